import type { StoredObject } from './cluster';

/** An object as the API server stores it, without what the server and kubectl add, and without the namespace. */
export function withoutServerFields(object: StoredObject): StoredObject {
  const { status: _status, metadata, spec, ...rest } = object;
  const { name, labels, annotations = {} } = metadata;
  const kept = Object.entries(annotations).filter(
    ([key]) => !key.startsWith('kubectl.kubernetes.io/') && key !== 'deployment.kubernetes.io/revision',
  );
  const { clusterIP: _clusterIP, clusterIPs: _clusterIPs, ...ownSpec } = spec ?? {};
  return {
    ...rest,
    metadata: { name, ...(labels && { labels }), ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }) },
    ...(spec && { spec: ownSpec }),
  };
}
