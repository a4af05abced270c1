import { nameOf } from '../manifest';
import { isWorkload } from '../rules/manifest-set';
import { referencesIn } from '../rules/references';
import { objectOf } from '../rules/rule';
import type { Consequence } from './consequence';
import { restartOf } from './kubectl';
import { isKept, isSame, type Pair } from './pairs';

/**
 * What has been read already: a change of a ConfigMap or a Secret restarts nothing.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically
 */
export function* stale(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair) || isSame(pair)) return;
  const { manifest, folder } = pair.after;
  if (manifest.kind !== 'ConfigMap' && manifest.kind !== 'Secret') return;
  const readers = new Set(
    referencesIn(folder.set)
      .filter(({ kind, name }) => kind === manifest.kind && name.value === nameOf(manifest))
      .map(({ pod }) => pod.manifest)
      .filter(
        (each) => isWorkload(each) && folder.set.find(String(manifest.kind), nameOf(manifest), each) === manifest,
      ),
  );
  for (const reader of readers) {
    yield {
      kind: 'stale',
      message: `${objectOf(reader)} reads it and is not restarted: variables keep what they had, mounted files change within minutes`,
      wayOut: restartOf(reader),
    };
  }
}
