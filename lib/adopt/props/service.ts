import { fields } from '../../manifest';
import { Protocol } from '../../props/container';
import { ServiceType, TrafficPolicy } from '../../props/service';
import { canonical } from '../../stored/canonical';
import { type Entry, entry, plain } from '../code/code';
import { isSaid, type Said, under } from '../said';
import { asGroupsOf } from './container';
import { type Common, metadataProps, recordProp } from './metadata';
import { asConstant, asFlag, asNumber, asNumberOrText, asSeconds, asText, asTexts, prop } from './values';

/** The default of Kubernetes, which a Service has that says only that it keeps to a client. */
const AFFINITY_SECONDS = 10_800;

/** A Service before the pods of the app. */
export function serviceProps(service: Said, common: Common, selector: Readonly<Record<string, unknown>>): Entry[] {
  const get = (...path: readonly string[]) => under(service, 'spec', ...path);
  const trafficPolicy = asConstant('TrafficPolicy', TrafficPolicy);
  const headless = get('clusterIP');
  return [
    ...metadataProps(service, common),
    ...prop('type', get('type'), asConstant('ServiceType', ServiceType)),
    ...(headless.value === 'None' ? entry('headless', plain(true), headless) : []),
    ...selectorProp(get('selector'), selector),
    ...prop('ports', get('ports'), asGroupsOf(portProps)),
    ...sessionAffinity(service),
    ...prop('externalTrafficPolicy', get('externalTrafficPolicy'), trafficPolicy),
    ...prop('internalTrafficPolicy', get('internalTrafficPolicy'), trafficPolicy),
    ...prop('allocateLoadBalancerNodePorts', get('allocateLoadBalancerNodePorts'), asFlag),
    ...prop('loadBalancerClass', get('loadBalancerClass'), asText),
    ...prop('loadBalancerSourceRanges', get('loadBalancerSourceRanges'), asTexts),
    ...prop('publishNotReadyAddresses', get('publishNotReadyAddresses'), asFlag),
  ];
}

/** Said as a whole, where it is not that of the Deployment. */
function selectorProp(selector: Said, ofApp: Readonly<Record<string, unknown>>): Entry[] {
  const isSame = canonical(fields(selector.value)) === canonical(ofApp);
  return isSame ? [] : recordProp('selector', selector, {});
}

function portProps(port: Said): Entry[] {
  // Kubernetes leads a port to that of its number; the construct would look for a better one.
  const target = isSaid(under(port, 'targetPort')) ? under(port, 'targetPort') : under(port, 'port');
  return [
    ...prop('name', under(port, 'name'), asText),
    ...prop('port', under(port, 'port'), asNumber),
    ...prop('targetPort', target, asNumberOrText),
    ...prop('nodePort', under(port, 'nodePort'), asNumber),
    ...prop('protocol', under(port, 'protocol'), asConstant('Protocol', Protocol)),
    ...prop('appProtocol', under(port, 'appProtocol'), asText),
  ];
}

function sessionAffinity(service: Said): Entry[] {
  const affinity = under(service, 'spec', 'sessionAffinity');
  if (affinity.value !== 'ClientIP') return [];
  const timeout = under(service, 'spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  return entry(
    'sessionAffinity',
    asSeconds(isSaid(timeout) ? timeout : { ...timeout, value: AFFINITY_SECONDS }),
    affinity,
  );
}
