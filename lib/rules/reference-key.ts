import { fields, type Manifest } from '../manifest';
import { namedHere } from './nearby';
import { nearest } from './nearest';
import { referencesIn } from './references';
import { fault, objectOf, type Rule } from './rule';

export const referenceKey: Rule = {
  id: 'reference-key',
  severity: 'warning',
  summary: 'A pod names a key that the ConfigMap or Secret has: else its container is not made.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps-as-environment-variables',
  *check(set) {
    for (const { pod, kind, name, key } of referencesIn(set)) {
      if (typeof key?.value !== 'string') continue;
      const objects = namedHere(set, kind, name.value, pod.manifest);
      const [object] = objects;
      // An object without any data is filled by something else.
      if (object === undefined || objects.some((each) => keysOf(each).length === 0)) continue;
      const known = objects.flatMap(keysOf);
      if (known.includes(key.value)) continue;
      const meant = nearest(key.value, known);
      yield fault(
        pod.manifest,
        key,
        `must be a key of ${objectOf(object)}, which has ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', ...' : ''}`,
        meant === undefined ? 'add the key, or write optional: true' : `write ${meant}`,
      );
    }
  },
};

function keysOf(object: Manifest): string[] {
  return ['data', 'binaryData', 'stringData'].flatMap((field) => Object.keys(fields(object[field])));
}
