import { type Code, call, group } from '../code/code';
import { hasOnly, isSaid, itemsOf, type Said, under } from '../said';
import { asCommand, asNumber, asNumberOrText, asRecordOf, asText, prop, secondsProps } from './values';

const HANDLERS = ['httpGet', 'tcpSocket', 'grpc', 'exec'] as const;

/** What is neither said by a prop nor here stays for a patch. */
export function probe(said: Said): Code | undefined {
  const [handler, ...others] = HANDLERS.filter((each) => isSaid(under(said, each)));
  if (handler === undefined || others.length > 0) return undefined;
  const options = [
    ...secondsProps(said, { initialDelay: 'initialDelaySeconds', period: 'periodSeconds', timeout: 'timeoutSeconds' }),
    ...prop('successThreshold', under(said, 'successThreshold'), asNumber),
    ...prop('failureThreshold', under(said, 'failureThreshold'), asNumber),
    ...secondsProps(said, { terminationGracePeriod: 'terminationGracePeriodSeconds' }),
  ];
  const asked = under(said, handler);
  const port = prop('port', under(asked, 'port'), handler === 'grpc' ? asNumber : asNumberOrText);
  switch (handler) {
    case 'httpGet': {
      const scheme = prop('scheme', under(asked, 'scheme'), asText);
      const headers = prop('httpHeaders', under(asked, 'httpHeaders'), asHeaders);
      const path = asText(under(asked, 'path')) ?? { kind: 'text', value: '/' };
      return port.length === 0
        ? undefined
        : call('Probe.httpGet', path, group([...port, ...scheme, ...headers, ...options]));
    }
    case 'tcpSocket':
      return port.length === 0 ? undefined : call('Probe.tcpSocket', group([...port, ...options]));
    case 'grpc': {
      const service = prop('service', under(asked, 'service'), asText);
      return port.length === 0 ? undefined : call('Probe.grpc', group([...port, ...service, ...options]));
    }
    default: {
      const command = asCommand(under(asked, 'command'));
      return command && call('Probe.exec', command, group(options));
    }
  }
}

/** A map has each name once. */
function asHeaders(said: Said): Code | undefined {
  const headers = itemsOf(said);
  const names = new Set(headers.map((header) => under(header, 'name').value));
  if (names.size < headers.length || !headers.every((header) => hasOnly(header, 'name', 'value'))) return undefined;
  const values = Object.fromEntries(
    headers.map((header) => [String(under(header, 'name').value), under(header, 'value').value]),
  );
  return asRecordOf({ ...said, value: values }, asText);
}
