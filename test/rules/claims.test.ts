import type { Manifest } from '../../lib/manifest';
import { claimAccessMode } from '../../lib/rules/claim-access-mode';
import { claimClass } from '../../lib/rules/claim-class';
import { claimDataSource } from '../../lib/rules/claim-data-source';
import { claimSelector } from '../../lib/rules/claim-selector';
import { claimStorage } from '../../lib/rules/claim-storage';
import { claimVolumeMode } from '../../lib/rules/claim-volume-mode';
import { told } from './told';

function claim(spec: object): Manifest {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'model' }, spec };
}

function deployment(spec: object): Manifest {
  const volumes = [{ name: 'scratch', ephemeral: { volumeClaimTemplate: { spec } } }];
  return { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: { volumes } } } };
}

function statefulSet(spec: object): Manifest {
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { volumeClaimTemplates: [{ spec }] } };
}

test('claims stand in three places, in that of a StatefulSet since 1.34', () => {
  const wrong = { volumeMode: 'x' };
  const place = 'spec.volumeClaimTemplates[0].spec.volumeMode';
  expect(told(claimVolumeMode, claim(wrong))).toEqual(['spec.volumeMode']);
  expect(told(claimVolumeMode, deployment(wrong), 27)).toEqual([
    'spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.volumeMode',
  ]);
  expect(told(claimVolumeMode, statefulSet(wrong), 33)).toEqual([]);
  expect(told(claimVolumeMode, statefulSet(wrong), 34)).toEqual([place]);
});

test.each([
  [['ReadWriteOnce'], []],
  [['ReadWriteMany', 'ReadOnlyMany'], []],
  [['ReadWriteOncePod', 'ReadWriteOncePod'], []],
  [undefined, ['spec.accessModes']],
  [[], ['spec.accessModes']],
  [['ReadWrite'], ['spec.accessModes[0]']],
  [[null], ['spec.accessModes[0]']],
  [['ReadWriteOncePod', 'ReadWriteOnce'], ['spec.accessModes']],
])('claim-access-mode: %j', (accessModes, paths) => {
  expect(told(claimAccessMode, claim({ accessModes }))).toEqual(paths);
});

test.each([
  ['10Gi', true],
  [1, true],
  ['1n', true],
  ['0', false],
  ['-1Gi', false],
  [null, false],
  [undefined, false],
])('claim-storage: %j is sound: %s', (storage, isSound) => {
  const path = 'spec.resources.requests[storage]';
  expect(told(claimStorage, claim({ resources: { requests: { storage } } }))).toEqual(isSound ? [] : [path]);
});

test.each([
  [{ storageClassName: '' }, 37, []],
  [{ storageClassName: 'fast' }, 37, []],
  [{ storageClassName: 'Fast' }, 27, ['spec.storageClassName']],
  [{ volumeAttributesClassName: '' }, 37, []],
  [{ volumeAttributesClassName: 'Fast' }, 34, ['spec.volumeAttributesClassName']],
  [{ volumeAttributesClassName: 'Fast' }, 33, []],
])('claim-class: %j on 1.%d', (spec, minor, paths) => {
  expect(told(claimClass, claim(spec), minor)).toEqual(paths);
});

test.each([
  [undefined, true],
  ['Block', true],
  ['', false],
  ['block', false],
])('claim-volume-mode: %j is sound: %s', (volumeMode, isSound) => {
  expect(told(claimVolumeMode, claim({ volumeMode }))).toEqual(isSound ? [] : ['spec.volumeMode']);
});

test('claim-selector: what it asks for is a label', () => {
  const selector = { matchLabels: { team: 'a b' }, matchExpressions: [{ key: 'team', operator: 'In' }] };
  expect(told(claimSelector, claim({ selector }))).toEqual([
    'spec.selector.matchLabels[team]',
    'spec.selector.matchExpressions[0].values',
  ]);
});

const CLAIM = { kind: 'PersistentVolumeClaim', name: 'weights' };
const SNAPSHOT = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'weights' };
const MODEL = { apiGroup: 'example.com', kind: 'Model', name: 'llama' };

describe('claim-data-source', () => {
  test.each([
    [{ dataSource: CLAIM }],
    [{ dataSource: SNAPSHOT, dataSourceRef: SNAPSHOT }],
    [{ dataSourceRef: MODEL }],
    [{ dataSource: null, dataSourceRef: null }],
  ])('%j is sound anywhere', (spec) => {
    for (const manifest of [claim(spec), deployment(spec), statefulSet(spec)]) {
      expect(told(claimDataSource, manifest)).toEqual([]);
    }
  });

  test.each([
    [{ dataSource: { ...CLAIM, name: '' } }, ['dataSource.name']],
    [{ dataSourceRef: {} }, ['dataSourceRef.kind', 'dataSourceRef.name']],
    [{ dataSourceRef: { kind: 'Model', name: 'llama' } }, ['dataSourceRef.kind']],
    [{ dataSourceRef: { ...MODEL, apiGroup: 'example.com/v1' } }, ['dataSourceRef.apiGroup']],
    [{ dataSource: CLAIM, dataSourceRef: { ...CLAIM, name: 'other' } }, ['dataSource']],
    [{ dataSource: CLAIM, dataSourceRef: { ...CLAIM, apiGroup: '' } }, ['dataSource']],
  ])('%j is not', (spec, paths) => {
    expect(told(claimDataSource, claim(spec))).toEqual(paths.map((path) => `spec.${path}`));
  });

  test('a claim keeps only what the API server knows', () => {
    const dropped = [{ dataSource: { kind: 'Model' } }, { dataSourceRef: { kind: 'Model', namespace: 'A' } }];
    for (const spec of dropped) {
      expect(told(claimDataSource, claim(spec))).toEqual([]);
      expect(told(claimDataSource, deployment(spec))).not.toEqual([]);
    }
  });

  test('in a template, another namespace stands alone', () => {
    const spec = { dataSource: MODEL, dataSourceRef: { ...MODEL, namespace: 'models' } };
    expect(told(claimDataSource, statefulSet(spec))).toEqual(['spec.volumeClaimTemplates[0].spec.dataSource']);
  });

  test('the group is looked at since 1.29', () => {
    const spec = { dataSourceRef: { ...MODEL, apiGroup: 'A' } };
    expect(told(claimDataSource, claim(spec), 28)).toEqual([]);
    expect(told(claimDataSource, claim(spec), 29)).toEqual(['spec.dataSourceRef.apiGroup']);
  });
});
