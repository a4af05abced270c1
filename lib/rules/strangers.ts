import { at, type Fields, fields, type Manifest, nameOf, namespaceOf } from '../manifest';
import { selectorFinds } from './label-selector';
import { type ManifestSet, podLabelsOf } from './manifest-set';
import { onceASet } from './once-a-set';
import { autoscalersIn } from './scaled';

/** An autoscaled workload whose selector finds pods of another workload, too. */
export interface Intrusion {
  readonly autoscaler: Manifest;
  readonly target: Manifest;
  /** The other workload; one of several. */
  readonly stranger: Manifest;
  /** The autoscaler of the other workload, if it has one. */
  readonly strangersAutoscaler: Manifest | undefined;
}

/** The autoscaler takes whatever the selector of its target finds for the pods that it scales. */
export const intrusionsIn = onceASet((set): readonly Intrusion[] => Array.from(findIntrusions(set)));

function* findIntrusions(set: ManifestSet): Iterable<Intrusion> {
  const found = new Map<string, readonly Manifest[]>();
  for (const autoscaler of autoscalersIn(set)) {
    const target = set.targetOf(autoscaler);
    if (target === undefined || !set.holds(target)) continue;
    const selector = fields(at(target, 'spec', 'selector'));
    const key = JSON.stringify([namespaceOf(target) ?? '', selector]);
    const workloads = found.get(key) ?? workloadsFoundBy(set, selector, target);
    found.set(key, workloads);
    const strangers = workloads.filter((each) => !isOneObject(each, target));
    const rival = strangers.find((each) => set.autoscalersOf(each).some((other) => other !== autoscaler));
    const stranger = rival ?? strangers[0];
    if (stranger === undefined) continue;
    yield { autoscaler, target, stranger, strangersAutoscaler: set.autoscalersOf(stranger)[0] };
  }
}

function workloadsFoundBy(set: ManifestSet, selector: Fields, beside: Manifest): readonly Manifest[] {
  return set
    .workloadsBehind(selector.matchLabels, beside)
    .filter((workload) => selectorFinds(selector, podLabelsOf(workload)));
}

function isOneObject(one: Manifest, other: Manifest): boolean {
  return one === other || (one.kind === other.kind && nameOf(one) === nameOf(other));
}
