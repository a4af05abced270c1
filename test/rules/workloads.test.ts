import { progressDeadline } from '../../lib/rules/progress-deadline';
import { replicaRange } from '../../lib/rules/replica-range';
import { revisionHistory } from '../../lib/rules/revision-history';
import { selectorMatch } from '../../lib/rules/selector-match';
import { statefulSet } from '../../lib/rules/stateful-set';
import { updateStrategy } from '../../lib/rules/update-strategy';
import { told, workload } from './told';

describe('the strategy of a Deployment', () => {
  const ROLLING = 'spec.strategy.rollingUpdate';

  test.each([
    [undefined, []],
    [{ type: '' }, []],
    [{ type: 'Recreate', rollingUpdate: null }, []],
    [{ type: 'Recreate', rollingUpdate: {} }, [ROLLING]],
    [{ type: 'OnDelete' }, ['spec.strategy.type']],
    [{ rollingUpdate: { maxSurge: 0 } }, []],
    [{ rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } }, [`${ROLLING}.maxUnavailable`]],
    [{ rollingUpdate: { maxSurge: '500%', maxUnavailable: '100%' } }, []],
    [{ rollingUpdate: { maxUnavailable: '101%' } }, [`${ROLLING}.maxUnavailable`]],
    [{ rollingUpdate: { maxUnavailable: '1' } }, [`${ROLLING}.maxUnavailable`]],
    [{ rollingUpdate: { maxSurge: -1 } }, [`${ROLLING}.maxSurge`]],
    [{ rollingUpdate: { maxSurge: '2.5%' } }, [`${ROLLING}.maxSurge`]],
  ])('%j', (strategy, paths) => {
    expect(told(updateStrategy, workload('Deployment', { strategy }))).toEqual(paths);
  });
});

describe('the strategy of a DaemonSet', () => {
  test.each([
    [{ rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, []],
    [{ rollingUpdate: { maxUnavailable: 0 } }, ['spec.updateStrategy.rollingUpdate.maxUnavailable']],
    [{ rollingUpdate: { maxSurge: 1 } }, ['spec.updateStrategy.rollingUpdate.maxUnavailable']],
    [{ type: 'OnDelete', rollingUpdate: { maxUnavailable: 0 } }, []],
    [{ type: 'Recreate' }, ['spec.updateStrategy.type']],
  ])('%j', (update, paths) => {
    expect(told(updateStrategy, workload('DaemonSet', { updateStrategy: update }))).toEqual(paths);
  });
});

describe('the strategy of a StatefulSet', () => {
  test.each([
    [{ rollingUpdate: { partition: 2 } }, 37, []],
    [{ rollingUpdate: { partition: -1 } }, 37, ['spec.updateStrategy.rollingUpdate.partition']],
    [{ rollingUpdate: { maxUnavailable: 0 } }, 37, ['spec.updateStrategy.rollingUpdate.maxUnavailable']],
    // The API server does not look at it yet.
    [{ rollingUpdate: { maxUnavailable: 0 } }, 36, []],
    [{ type: 'OnDelete', rollingUpdate: {} }, 37, ['spec.updateStrategy.rollingUpdate']],
  ])('%j in 1.%i', (update, minor, paths) => {
    expect(told(updateStrategy, workload('StatefulSet', { updateStrategy: update }), minor)).toEqual(paths);
  });
});

test.each([
  [{}, []],
  [{ minReadySeconds: 599 }, []],
  [{ minReadySeconds: 600 }, ['spec.progressDeadlineSeconds']],
  [{ minReadySeconds: 600, progressDeadlineSeconds: 601 }, []],
  [{ progressDeadlineSeconds: 0 }, ['spec.progressDeadlineSeconds']],
  [{ minReadySeconds: -1 }, ['spec.minReadySeconds']],
  [{ minReadySeconds: null, progressDeadlineSeconds: null }, []],
])('deadline of a Deployment: %j', (spec, paths) => {
  expect(told(progressDeadline, workload('Deployment', spec))).toEqual(paths);
});

test('other kinds have no deadline', () => {
  expect(told(progressDeadline, workload('StatefulSet', { minReadySeconds: 900 }))).toEqual([]);
});

test.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])('a %s finds its own pods', (kind) => {
  const labels = (selector: unknown) => told(selectorMatch, workload(kind, { selector }));
  expect(labels({ matchLabels: { app: 'model' } })).toEqual([]);
  expect(labels({ matchLabels: { app: 'other' } })).toEqual(['spec.template.metadata.labels[app]']);
  expect(labels({ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] })).toEqual([
    'spec.template.metadata.labels',
  ]);
  expect(labels({ matchLabels: { app: 'a b' } })).toEqual(['spec.selector.matchLabels[app]']);
  expect(labels({})).toEqual(['spec.selector']);
  expect(labels(null)).toEqual(['spec.selector']);
});

test('numbers of pods and of revisions are not negative', () => {
  expect(told(replicaRange, workload('StatefulSet', { replicas: -1 }))).toEqual(['spec.replicas']);
  expect(told(replicaRange, workload('Deployment', { replicas: 0 }))).toEqual([]);
  expect(told(revisionHistory, workload('DaemonSet', { revisionHistoryLimit: -1 }))).toEqual([
    'spec.revisionHistoryLimit',
  ]);
  // The API server takes any from a StatefulSet.
  expect(told(revisionHistory, workload('StatefulSet', { revisionHistoryLimit: -1 }))).toEqual([]);
});

test.each([
  [{ podManagementPolicy: 'Parallel', serviceName: 'model', ordinals: { start: 1 } }, 37, []],
  [{ podManagementPolicy: 'Sequential' }, 37, ['spec.podManagementPolicy']],
  [{ serviceName: 'a.b' }, 33, ['spec.serviceName']],
  [{ serviceName: 'a.b' }, 32, []],
  [{ ordinals: { start: -1 } }, 37, ['spec.ordinals.start']],
  [
    { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Keep', whenDeleted: 'Delete' } },
    37,
    ['spec.persistentVolumeClaimRetentionPolicy.whenScaled'],
  ],
])('StatefulSet: %j in 1.%i', (spec, minor, paths) => {
  expect(told(statefulSet, workload('StatefulSet', spec), minor)).toEqual(paths);
});

test('a kind of another API group is none of these', () => {
  const foreign = {
    ...workload('StatefulSet', { updateStrategy: { type: 'InPlace' } }),
    apiVersion: 'apps.kruise.io/v1beta1',
  };
  expect([updateStrategy, selectorMatch, statefulSet].flatMap((rule) => told(rule, foreign))).toEqual([]);
});
