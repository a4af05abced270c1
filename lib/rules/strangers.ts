import { at, fields, items, type Manifest, nameOf, namespaceOf } from '../manifest';
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

function workloadsFoundBy(set: ManifestSet, selector: ReturnType<typeof fields>, beside: Manifest): Manifest[] {
  const expressions = items(selector.matchExpressions).map(fields);
  return set.workloadsBehind(selector.matchLabels, beside).filter((workload) => {
    const labels = podLabelsOf(workload);
    return expressions.every(({ key, operator, values }) => {
      const label = labels[String(key)];
      if (operator === 'In') return items(values).includes(label);
      if (operator === 'NotIn') return label === undefined || !items(values).includes(label);
      return operator === 'Exists' ? label !== undefined : label === undefined;
    });
  });
}

function isOneObject(one: Manifest, other: Manifest): boolean {
  return one === other || (one.kind === other.kind && nameOf(one) === nameOf(other));
}
