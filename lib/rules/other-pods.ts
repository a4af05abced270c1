import { at, fields, isKind, type Manifest } from '../manifest';
import { isWorkload, type ManifestSet } from './manifest-set';

type Labels = Readonly<Record<string, unknown>>;

/** Pods that no Deployment, StatefulSet, DaemonSet or ReplicaSet of a set makes: those of jobs and custom resources. */
export class OtherPods {
  private readonly byLabel = new Map<string, Labels[]>();

  constructor(set: ManifestSet) {
    for (const labels of set.manifests.filter((each) => !isWorkload(each)).map(otherPodLabelsOf)) {
      for (const label of Object.entries(labels)) {
        const known = this.byLabel.get(String(label));
        if (known === undefined) this.byLabel.set(String(label), [labels]);
        else known.push(labels);
      }
    }
  }

  /** Whether a selector finds such pods, whatever their namespace. */
  public areFoundBy(selector: Labels): boolean {
    const [first] = Object.entries(selector);
    return this.byLabel.get(String(first))?.some((labels) => hasAll(labels, selector)) ?? false;
  }
}

/** Whether labels are all that a selector asks for. */
export function hasAll(labels: Labels, selector: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Many custom resources hold the template of a pod as a Deployment does. */
function otherPodLabelsOf(manifest: Manifest): Labels {
  const holder = isKind(manifest, 'CronJob') ? at(manifest, 'spec', 'jobTemplate') : manifest;
  const template = isKind(manifest, 'Pod') ? manifest : at(holder, 'spec', 'template');
  return fields(at(template, 'metadata', 'labels'));
}
