import type { Review, ReviewedConsequence } from '../../lib/review/review';
import { CHANGES } from '../fixtures/changes';
import { reviewed } from './reviewed';

function reviewOf(name: string): Review {
  const change = CHANGES.find((each) => each.name === name);
  if (change === undefined) throw new Error(`no change is called ${name}`);
  return reviewed(change.before, change.after);
}

function told({ kind, object, message }: ReviewedConsequence): string {
  return `${kind}: ${object}: ${message}`;
}

test.each([
  'units of a request',
  'a default written out: pull policy',
  'a comment',
  'another order of keys',
  'replicas stays',
])('%s: nothing changes', (name) => {
  expect(reviewOf(name)).toEqual({ consequences: [], added: [], cleared: [], changed: 0 });
});

test.each<[change: string, consequences: readonly string[]]>([
  [
    'another request',
    [
      'restart: Deployment model: its pods are replaced (containers[model].resources.requests.cpu: "500m" -> "600m"); with 6 of them that needs room for 2 more, 1.2 CPU, 2 GiB; up to 1 may be missing meanwhile',
      'capacity: Deployment model: 1 to 6 pods, 0.6 to 3.6 CPU, 1 to 6 GiB; was 1 to 6 pods, 0.5 to 3 CPU, 1 to 6 GiB',
      'scaling: HorizontalPodAutoscaler model: adds pods above 300m of cpu a pod; was 250m',
    ],
  ],
  ['another target', ['scaling: HorizontalPodAutoscaler model: adds pods above 400m of cpu a pod; was 250m']],
  ['another selector', ["refused: Deployment model: spec.selector can't be changed: the API server refuses the apply"]],
  ['an immutable map', ['refused: ConfigMap frozen: it is immutable: the API server refuses the apply']],
  [
    'another port of the Service',
    ['traffic: Service model: port 80 is gone: who asks it gets no answer', 'traffic: Service model: port 81 is new'],
  ],
  [
    'the autoscaler goes',
    [
      'scaling: Deployment model: HorizontalPodAutoscaler model is attached to it no more in these files; until it is deleted, or changed, it stays in the cluster, and scales on',
      'capacity: Deployment model: 1 pod, 0.5 CPU, 1 GiB; was 1 to 6 pods, 0.5 to 3 CPU, 1 to 6 GiB',
      'left: HorizontalPodAutoscaler model: it stays in the cluster: an apply deletes nothing',
    ],
  ],
  [
    'replicas goes',
    ['count: Deployment model: replicas is left out: the first apply without it sets the number of pods to 1, once'],
  ],
  [
    'the one replica goes',
    ['count: Deployment model: replicas is left out: the first apply without it sets the number of pods to 1, once'],
  ],
  [
    'the one replica appears',
    [
      'count: Deployment model: every apply sets the number of pods to 1, whatever HorizontalPodAutoscaler model has made of it (1 to 6)',
    ],
  ],
])('%s: what it does is said', (name, consequences) => {
  expect(reviewOf(name).consequences.map(told)).toEqual(consequences);
});

test('what the rules find after a change, and no longer find, is told apart', () => {
  const rules = ({ added, cleared }: Review) => [added, cleared].map((findings) => findings.map(({ rule }) => rule));
  expect(rules(reviewOf('replicas appears'))).toEqual([['replicas-beside-autoscaler'], []]);
  expect(rules(reviewOf('replicas goes'))).toEqual([[], ['replicas-beside-autoscaler']]);
  expect(rules(reviewOf('another image'))).toEqual([[], []]);
});

test('an object that goes is deleted by a command of its own', () => {
  const { consequences } = reviewOf('the Service goes');
  expect(consequences.find(({ kind }) => kind === 'left')?.wayOut).toBe('kubectl delete service model');
});

test('of a kind that is not built in, the command names the group', () => {
  const metadata = { name: 'model', namespace: 'ml' };
  const monitor = { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', metadata };
  const { consequences } = reviewed([monitor], []);
  expect(consequences[0]?.wayOut).toBe('kubectl delete servicemonitor.monitoring.coreos.com model --namespace ml');
});

test('an autoscaler of another name leaves two that scale', () => {
  const { before } = CHANGES.find(({ name }) => name === 'the autoscaler goes') ?? { before: [] };
  const after = before.map((each) =>
    each.kind === 'HorizontalPodAutoscaler' ? { ...each, metadata: { name: 'renamed' } } : each,
  );
  const told = reviewed(before, after).consequences.filter(({ object }) => object === 'Deployment model');
  expect(told.map(({ message }) => message)).toEqual([
    'HorizontalPodAutoscaler renamed scales it from now on: 1 to 6 pods',
    expect.stringMatching(/stays in the cluster, and both it and HorizontalPodAutoscaler renamed scale$/),
  ]);
  expect(told[1]?.wayOut).toBe('kubectl delete horizontalpodautoscaler model');
});
