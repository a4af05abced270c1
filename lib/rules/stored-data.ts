import { fields, type Manifest } from '../manifest';
import { CONFIG_KEY } from '../names';
import { type Fault, fault, type Rule } from './rule';
import { bytesOf, type Store, storesOf } from './stores';

/** What all values of a ConfigMap or a Secret may weigh together, in bytes: MaxSecretSize. */
const LIMIT = 1024 * 1024;

export const storedData: Rule = {
  id: 'stored-data',
  severity: 'error',
  summary: 'Data of a ConfigMap or a Secret has keys that can be names of files, each once, and weighs at most 1 MiB.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object',
  *check(set) {
    for (const store of storesOf(set)) {
      yield* keyFaults(store);
      yield* repeatedFaults(store.manifest);
      yield* sizeFaults(store);
    }
  },
};

function* keyFaults({ manifest, data }: Store): Iterable<Fault> {
  for (const { path, value } of data) {
    for (const key of Object.keys(fields(value))) {
      if (CONFIG_KEY.matches(key)) continue;
      const where = { path: `${path}[${key}]`, value: key };
      yield fault(manifest, where, `must have a key that is ${CONFIG_KEY.description}`, 'rename the key');
    }
  }
}

/** In a Secret, what stringData says counts; in a ConfigMap, nothing tells which of the two is meant. */
function* repeatedFaults(manifest: Manifest): Iterable<Fault> {
  if (manifest.kind !== 'ConfigMap') return;
  const binary = fields(manifest.binaryData);
  for (const key of Object.keys(fields(manifest.data))) {
    if (!Object.hasOwn(binary, key)) continue;
    const where = { path: `data[${key}]`, value: key };
    yield fault(manifest, where, 'must have a key that is not in binaryData, too', 'rename one of the two');
  }
}

function* sizeFaults({ manifest, decoded }: Store): Iterable<Fault> {
  const bytes = [...decoded.values()].reduce((sum, value) => sum + bytesOf(value), 0);
  if (bytes <= LIMIT) return;
  const message = `must weigh at most ${LIMIT} bytes together, got ${bytes}`;
  yield { manifest, path: 'data', message, fix: 'put what is large into an image or a volume' };
}
