import { at, type Fields, fields, type Manifest } from '../manifest';
import { isLive } from '../rules/live';

/** An object as it was applied: of one that kubectl shows, the number of pods may be the autoscaler's. */
export function asApplied(manifest: Manifest): Manifest {
  const { replicas, ...spec } = fields(manifest.spec);
  if (replicas === undefined || !isLive(manifest)) return manifest;
  const applied = at(lastApplied(manifest), 'spec', 'replicas');
  return { ...manifest, spec: applied === undefined ? spec : { ...spec, replicas: applied } };
}

/** What kubectl remembers; nothing where something else applied it. */
function lastApplied({ metadata }: Manifest): Fields {
  const text = at(metadata, 'annotations', 'kubectl.kubernetes.io/last-applied-configuration');
  try {
    return fields(JSON.parse(String(text)));
  } catch {
    return {};
  }
}
