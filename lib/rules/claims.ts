import { at, type Fields, fields, itemsAt, locatedItems, type Manifest } from '../manifest';
import { objectsOf } from './objects';
import { onceASet } from './once-a-set';
import { podsWith } from './pods';

/** What asks for a volume: a PersistentVolumeClaim, or a template of one. */
export interface Claim {
  readonly manifest: Manifest;
  /** Where its spec stands: `spec`. */
  readonly path: string;
  readonly spec: Fields;
  readonly isTemplate: boolean;
}

/** From this minor version on, the templates of a StatefulSet are looked at before they make a claim. */
const STATEFUL_SETS_SINCE = 34;

/** Every claim of a set, those that pods and StatefulSets make included. */
export const claimsOf = onceASet((set): readonly Claim[] => {
  const claims = objectsOf(set, 'v1', 'PersistentVolumeClaim').map((manifest) => claim(manifest, '', manifest, false));
  const ephemeral = podsWith(set, 'volumes').flatMap(({ manifest, path, spec }) =>
    locatedItems({ path: `${path}.volumes`, value: spec.volumes }).flatMap((volume) => {
      const template = at(volume.value, 'ephemeral', 'volumeClaimTemplate');
      return template == null ? [] : [claim(manifest, `${volume.path}.ephemeral.volumeClaimTemplate.`, template, true)];
    }),
  );
  const statefulSets = set.settings.kubernetes >= STATEFUL_SETS_SINCE ? objectsOf(set, 'apps/v1', 'StatefulSet') : [];
  const templates = statefulSets.flatMap((manifest) =>
    itemsAt(manifest, 'spec', 'volumeClaimTemplates').map(({ path, value }) =>
      claim(manifest, `${path}.`, value, true),
    ),
  );
  return [...claims, ...ephemeral, ...templates];
});

function claim(manifest: Manifest, prefix: string, holder: unknown, isTemplate: boolean): Claim {
  return { manifest, path: `${prefix}spec`, spec: fields(fields(holder).spec), isTemplate };
}
