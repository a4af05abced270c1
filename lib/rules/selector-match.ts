import { at, fields, type Located, type Manifest } from '../manifest';
import { isEmptySelector, labelSelectorFaults, selectorFinds } from './label-selector';
import { type Fault, fault, type Rule } from './rule';
import { workloadsOf } from './workloads';

export const selectorMatch: Rule = {
  id: 'selector-match',
  severity: 'error',
  summary: 'The selector of a workload is sound, and finds its own pods.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *check(set) {
    for (const manifest of workloadsOf(set, 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet')) {
      const selector = { path: 'spec.selector', value: at(manifest, 'spec', 'selector') };
      yield* isEmptySelector(selector.value) ? emptyFaults(manifest, selector) : selectorFaults(manifest, selector);
    }
    for (const manifest of set.ofKind('Job')) {
      if (manifest.apiVersion !== 'batch/v1' || at(manifest, 'spec', 'manualSelector') !== true) continue;
      const selector = { path: 'spec.selector', value: at(manifest, 'spec', 'selector') ?? undefined };
      // An empty one finds all pods, and that is fine with the API server.
      yield* selector.value === undefined ? emptyFaults(manifest, selector) : selectorFaults(manifest, selector);
    }
  },
};

function* emptyFaults(manifest: Manifest, selector: Located): Iterable<Fault> {
  const fix = "name one label of the pods, such as matchLabels: { app: 'my-model' }";
  yield fault(manifest, selector, 'must select the pods by at least one label', fix);
}

function* selectorFaults(manifest: Manifest, selector: Located): Iterable<Fault> {
  const faults = Array.from(labelSelectorFaults(manifest, selector));
  yield* faults.length > 0 ? faults : matchFaults(manifest, selector);
}

function* matchFaults(manifest: Manifest, selector: Located): Iterable<Fault> {
  const labels = fields(at(manifest, 'spec', 'template', 'metadata', 'labels'));
  if (selectorFinds(selector.value, labels)) return;
  const path = 'spec.template.metadata.labels';
  const fix = 'give the pods the labels of the selector';
  const asked = Object.entries(fields(fields(selector.value).matchLabels));
  const missed = asked.filter(([key, value]) => labels[key] !== value);
  for (const [key, value] of missed) {
    const where = { path: `${path}[${key}]`, value: labels[key] };
    yield fault(manifest, where, `must be what the selector asks for ('${value}')`, fix);
  }
  if (missed.length > 0) return;
  yield fault(manifest, { path, value: labels }, 'must be what matchExpressions of the selector ask for', fix);
}
