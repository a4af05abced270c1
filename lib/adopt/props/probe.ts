import { type Code, call, group } from '../code/code';
import { isSaid, type Said, under } from '../said';
import { asCommand, asNumber, asNumberOrText, asRecordByName, asText, prop, secondsProps } from './values';

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
      const headers = prop('httpHeaders', under(asked, 'httpHeaders'), (list) => asRecordByName(list, 'name', 'value'));
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
