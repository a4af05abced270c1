import { nameOf, namespaceOf } from '../manifest';
import { workloadsOfBudget } from '../rules/budgets';
import { isAutoscaler } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import type { Side } from './pairs';

/** Where something is found. */
export interface ObjectPlace {
  /** `Service ranker`. */
  readonly object: string;
  /** Nothing where the manifest says none. */
  readonly namespace?: string;
  /** The folder, as it is called on both sides; nothing for the one that was given. */
  readonly folder?: string;
  /** What it belongs to, where that is a workload: `Deployment ranker`; otherwise the object itself. */
  readonly app: string;
}

export function placeOf(side: Side): ObjectPlace {
  const { manifest, folder } = side;
  const namespace = namespaceOf(manifest);
  return {
    object: objectOf(manifest),
    ...(namespace === undefined ? {} : { namespace }),
    ...(folder.name === '' ? {} : { folder: folder.name }),
    app: objectOf(appOf(side)),
  };
}

/** An app is a workload with the autoscalers, Services and budgets that are for it alone. */
function appOf({ manifest, folder: { set } }: Side) {
  if (isAutoscaler(manifest)) return set.targetOf(manifest) ?? manifest;
  const workloads =
    manifest.kind === 'Service'
      ? set.workloadsOf(manifest)
      : manifest.kind === 'PodDisruptionBudget'
        ? workloadsOfBudget(set, manifest)
        : [];
  const names = new Set(workloads.map(nameOf));
  return names.size === 1 ? (workloads[0] ?? manifest) : manifest;
}
