import { type Code, type Entry, entry } from '../code/code';
import { hasOnly, isSaid, itemsOf, type Said, under } from '../said';
import { additionalContainer, initContainer } from './container';
import { resourceProps } from './resources';
import { asFlag, asListOf, asRecord, asText, asTyped, prop, secondsProps } from './values';
import { volume } from './volume';

/** The pod but for its labels and the container that serves. */
export function podProps(template: Said): Entry[] {
  const get = (...path: readonly string[]) => under(template, 'spec', ...path);
  const [, ...others] = itemsOf(get('containers'));
  const account = isSaid(get('serviceAccountName')) ? get('serviceAccountName') : get('serviceAccount');
  return [
    ...prop('annotations', under(template, 'metadata', 'annotations'), asRecord),
    ...entry(
      'containers',
      listOf(others.map((said) => ({ said, code: additionalContainer(said) }))),
      get('containers'),
    ),
    ...prop('initContainers', get('initContainers'), (list) => asListOf(list, initContainer)),
    ...prop('volumes', get('volumes'), (list) => asListOf(list, volume)),
    ...resourceProps(get('resources')).filter(({ name }) => /^(cpu|memory)(Request|Limit)$/.test(name)),
    ...prop('serviceAccount', account, asText),
    ...prop('automountServiceAccountToken', get('automountServiceAccountToken'), asFlag),
    ...prop('imagePullSecrets', get('imagePullSecrets'), pullSecrets),
    ...prop('priorityClassName', get('priorityClassName'), asText),
    ...prop('runtimeClassName', get('runtimeClassName'), asText),
    ...secondsProps(get(), { terminationGracePeriod: 'terminationGracePeriodSeconds' }),
    ...prop('securityContext', get('securityContext'), asTyped('core.v1.PodSecurityContext')),
    ...prop('enableServiceLinks', get('enableServiceLinks'), asFlag),
    ...prop('hostAliases', get('hostAliases'), asTyped('[core.v1.HostAlias')),
    ...prop('dnsPolicy', get('dnsPolicy'), asText),
    ...prop('dnsConfig', get('dnsConfig'), asTyped('core.v1.PodDNSConfig')),
    ...prop('nodeSelector', get('nodeSelector'), asRecord),
    ...prop('tolerations', get('tolerations'), asTyped('[core.v1.Toleration')),
    ...prop('affinity', get('affinity'), asTyped('core.v1.Affinity')),
    ...prop(
      'topologySpreadConstraints',
      get('topologySpreadConstraints'),
      asTyped('[core.v1.TopologySpreadConstraint'),
    ),
  ];
}

function pullSecrets(said: Said): Code | undefined {
  return asListOf(said, (secret) => (hasOnly(secret, 'name') ? asText(under(secret, 'name')) : undefined));
}

function listOf(items: readonly { readonly code: Code; readonly said: Said }[]): Code | undefined {
  return items.length === 0 ? undefined : { kind: 'list', items };
}
