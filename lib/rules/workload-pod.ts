import { at, fields, type Manifest } from '../manifest';
import type { Pod } from './pods';

/** The pod of a Deployment, StatefulSet, DaemonSet or ReplicaSet. */
export function podOfWorkload(manifest: Manifest): Pod {
  return {
    manifest,
    path: 'spec.template.spec',
    spec: fields(at(manifest, 'spec', 'template', 'spec')),
    metadataPath: 'spec.template.metadata',
    metadata: fields(at(manifest, 'spec', 'template', 'metadata')),
  };
}
