import type { Located, Manifest } from '../manifest';
import { CONFIG_KEY, DNS_SUBDOMAIN } from '../names';
import { child, childItems, isSet } from './located';
import { containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults } from './value';

const KEY_REFERENCES = ['configMapKeyRef', 'secretKeyRef'];

export const envValueFrom: Rule = {
  id: 'env-value-from',
  severity: 'error',
  summary: 'A variable has a value, or one source of it; a source that is a key says of what.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables',
  *check(set) {
    const sources = ['fieldRef', 'resourceFieldRef', ...KEY_REFERENCES];
    // Before, the field is dropped as that of a feature that is off.
    if (set.settings.kubernetes >= 35) sources.push('fileKeyRef');
    for (const container of containersWith(set, 'env')) {
      for (const variable of childItems(container, 'env')) yield* variableFaults(container.manifest, variable, sources);
    }
  },
};

function* variableFaults(manifest: Manifest, variable: Located, sources: readonly string[]): Iterable<Fault> {
  const valueFrom = child(variable, 'valueFrom');
  if (!isSet(valueFrom.value)) return;
  const found = sources.filter((source) => isSet(child(valueFrom, source).value));
  const { value } = child(variable, 'value');
  if (found.length !== 1) {
    yield fault(manifest, valueFrom, `must have exactly one of ${sources.join(', ')}`, 'say one source');
  } else if (isSet(value) && value !== '') {
    yield fault(manifest, valueFrom, 'must not stand beside a value', 'leave out one of value and valueFrom');
  }
  for (const reference of KEY_REFERENCES.map((name) => child(valueFrom, name))) {
    if (!isSet(reference.value)) continue;
    const [name, key] = [child(reference, 'name'), child(reference, 'key')];
    yield* formatFaults(manifest, name, DNS_SUBDOMAIN, 'write the name of the object that holds the key');
    yield* formatFaults(manifest, key, CONFIG_KEY, 'write the key of the value');
  }
}
