import { nodeAffinity } from '../../lib/rules/node-affinity';
import { nodeSelector } from '../../lib/rules/node-selector';
import { podAffinity } from '../../lib/rules/pod-affinity';
import { podFromTemplate } from '../../lib/rules/pod-from-template';
import { toleration } from '../../lib/rules/toleration';
import { topologySpread } from '../../lib/rules/topology-spread';
import { lonePod, toldOfPod } from './pods';
import { told } from './told';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

test('a node selector is of labels', () => {
  expect(toldOfPod(nodeSelector, { nodeSelector: { 'kubernetes.io/arch': 'amd64', empty: '', none: null } })).toEqual(
    [],
  );
  expect(toldOfPod(nodeSelector, { nodeSelector: { 'a b': 'c', d: 'e f' } })).toEqual([
    'nodeSelector',
    'nodeSelector[d]',
  ]);
});

test.each([
  [{ operator: 'Exists' }, []],
  [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }, []],
  [{ key: 'gpu', value: 'yes' }, []],
  [{ key: 'gpu', operator: 'Equal' }, []],
  [{ key: 'gpu', operator: '', effect: '' }, []],
  [{ operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 0 }, []],
  [{}, ['key']],
  [{ operator: 'Equal', value: 'a' }, ['key']],
  [{ key: 'a b' }, ['key']],
  [{ key: 'gpu', operator: 'In' }, ['operator']],
  [{ key: 'gpu', operator: 'Gt', value: '1' }, ['operator']],
  [{ key: 'gpu', operator: 'Exists', value: 'a' }, ['value']],
  [{ key: 'gpu', value: 'a b' }, ['value']],
  [{ key: 'gpu', effect: 'NoScheduling' }, ['effect']],
  [{ key: 'gpu', tolerationSeconds: 1 }, ['effect']],
  [{ key: 'gpu', effect: 'NoSchedule', tolerationSeconds: 1 }, ['effect']],
])('the toleration %j', (item, paths) => {
  expect(toldOfPod(toleration, { tolerations: [item] })).toEqual(paths.map((path) => `tolerations[0].${path}`));
});

describe('a node affinity', () => {
  const requiring = (term: unknown) => ({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [term] } } } });
  const preferring = (preference: unknown) => ({ affinity: { nodeAffinity: { [PREFERRED]: [preference] } } });
  const term = `affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms[0]`;

  test.each([
    [{ key: 'gpu', operator: 'In', values: ['l4'] }, []],
    [{ key: 'gpu', operator: 'NotIn', values: ['l4', ''] }, []],
    [{ key: 'gpu', operator: 'Exists' }, []],
    [{ key: 'cores', operator: 'Gt', values: ['8'] }, []],
    [{ key: 'gpu', operator: 'In' }, ['values']],
    [{ key: 'gpu', operator: 'DoesNotExist', values: ['l4'] }, ['values']],
    [{ key: 'cores', operator: 'Lt', values: ['8', '9'] }, ['values']],
    [{ key: 'gpu', operator: 'Equals', values: ['l4'] }, ['operator']],
    [{ key: 'gpu', values: ['l4'] }, ['operator']],
    [{ operator: 'Exists' }, ['key']],
    [{ key: 'gpu', operator: 'In', values: ['a b'] }, ['values[0]']],
  ])('that requires %j', (expression, paths) => {
    const told = toldOfPod(nodeAffinity, requiring({ matchExpressions: [expression] }));
    expect(told).toEqual(paths.map((path) => `${term}.matchExpressions[0].${path}`));
  });

  test.each([
    [{ key: 'metadata.name', operator: 'In', values: ['node-1'] }, []],
    [{ key: 'metadata.name', operator: 'NotIn', values: ['node_1'] }, ['values[0]']],
    [{ key: 'metadata.name', operator: 'In', values: ['a', 'b'] }, ['values']],
    [{ key: 'metadata.name', operator: 'Exists' }, ['operator', 'values']],
    [{ key: 'metadata.labels', operator: 'In', values: ['a'] }, ['key']],
  ])('that requires the field %j', (field, paths) => {
    const told = toldOfPod(nodeAffinity, requiring({ matchFields: [field] }));
    expect(told).toEqual(paths.map((path) => `${term}.matchFields[0].${path}`));
  });

  test('that requires has a term', () => {
    const affinity = { nodeAffinity: { [REQUIRED]: {} } };
    expect(toldOfPod(nodeAffinity, { affinity })).toEqual([`affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms`]);
    expect(toldOfPod(nodeAffinity, requiring({}))).toEqual([]);
  });

  test('takes any value before 1.33, and where it only prefers', () => {
    const odd = { matchExpressions: [{ key: 'gpu', operator: 'In', values: ['a b'] }] };
    expect(toldOfPod(nodeAffinity, requiring(odd), 32)).toEqual([]);
    expect(toldOfPod(nodeAffinity, preferring({ weight: 1, preference: odd }))).toEqual([]);
  });

  test.each([1, 100])('that prefers counts %d', (weight) => {
    expect(toldOfPod(nodeAffinity, preferring({ weight, preference: {} }))).toEqual([]);
  });

  test.each([undefined, 0, 101, -1])('that prefers does not count %p', (weight) => {
    expect(toldOfPod(nodeAffinity, preferring({ weight, preference: {} }))).toEqual([
      `affinity.nodeAffinity.${PREFERRED}[0].weight`,
    ]);
  });
});

describe('a pod affinity', () => {
  const near = (term: unknown) => ({ affinity: { podAffinity: { [REQUIRED]: [term] } } });
  const labelSelector = { matchLabels: { tier: 'web' } };

  test.each([
    [{ topologyKey: 'zone' }, []],
    [{ topologyKey: 'zone', labelSelector, namespaceSelector: {}, namespaces: ['ml'] }, []],
    [{ topologyKey: 'zone', labelSelector, matchLabelKeys: ['a'], mismatchLabelKeys: ['b', 'tier'] }, []],
    [{}, ['topologyKey']],
    [{ topologyKey: 'a b' }, ['topologyKey']],
    [{ topologyKey: 'zone', namespaces: ['a.b', null] }, ['namespaces[0]', 'namespaces[1]']],
    [{ topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b c' } } }, ['labelSelector.matchLabels[a]']],
    [
      { topologyKey: 'zone', namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Gt' }] } },
      ['namespaceSelector.matchExpressions[0].operator'],
    ],
    [{ topologyKey: 'zone', matchLabelKeys: ['a'] }, ['matchLabelKeys']],
    [{ topologyKey: 'zone', labelSelector, matchLabelKeys: ['a b'] }, ['matchLabelKeys[0]']],
    [{ topologyKey: 'zone', labelSelector, matchLabelKeys: ['a'], mismatchLabelKeys: ['a'] }, ['matchLabelKeys[0]']],
  ])('to %j', (term, paths) => {
    const prefix = `affinity.podAffinity.${REQUIRED}[0].`;
    expect(toldOfPod(podAffinity, near(term))).toEqual(paths.map((path) => `${prefix}${path}`));
  });

  test('drops label keys before 1.31', () => {
    expect(toldOfPod(podAffinity, near({ topologyKey: 'zone', matchLabelKeys: ['a'] }), 30)).toEqual([]);
  });

  test('that is only preferred has a weight', () => {
    const affinity = { podAntiAffinity: { [PREFERRED]: [{ weight: 101, podAffinityTerm: {} }] } };
    expect(toldOfPod(podAffinity, { affinity })).toEqual([
      `affinity.podAntiAffinity.${PREFERRED}[0].weight`,
      `affinity.podAntiAffinity.${PREFERRED}[0].podAffinityTerm.topologyKey`,
    ]);
  });

  test('whose pods all have the label that it asks for twice is taken in a template alone', () => {
    const pod = near({
      topologyKey: 'zone',
      labelSelector: { matchLabels: { app: 'model' } },
      matchLabelKeys: ['app'],
    });
    const path = `affinity.podAffinity.${REQUIRED}[0].matchLabelKeys[0]`;
    expect(toldOfPod(podAffinity, pod)).toEqual([]);
    expect(toldOfPod(podFromTemplate, pod)).toEqual([path]);
    const labels = { app: 'model' };
    expect(told(podAffinity, lonePod(pod, { labels }))).toEqual([`spec.${path}`]);
    expect(told(podAffinity, lonePod(pod))).toEqual([]);
  });
});

describe('a topology spread constraint', () => {
  const sound = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' };
  const labelSelector = { matchLabels: { tier: 'web' }, matchExpressions: [{ key: 'b', operator: 'Exists' }] };

  test.each([
    [{}, []],
    [{ minDomains: 1, nodeAffinityPolicy: 'Honor', nodeTaintsPolicy: 'Ignore', labelSelector }, []],
    [{ topologyKey: 'any text' }, []],
    [{ maxSkew: 0 }, ['.maxSkew']],
    [{ maxSkew: undefined }, ['.maxSkew']],
    [{ topologyKey: '' }, ['.topologyKey']],
    [{ whenUnsatisfiable: undefined }, ['.whenUnsatisfiable']],
    [{ whenUnsatisfiable: 'ScheduleAnyway', minDomains: 1 }, ['.minDomains']],
    [{ minDomains: 0 }, ['.minDomains']],
    [{ nodeTaintsPolicy: '' }, ['.nodeTaintsPolicy']],
    [{ labelSelector: { matchLabels: { a: 'b c' } } }, ['.labelSelector.matchLabels[a]']],
    [{ matchLabelKeys: ['a'] }, ['.matchLabelKeys']],
  ])('with %j', (change, paths) => {
    const told = toldOfPod(topologySpread, { topologySpreadConstraints: [{ ...sound, ...change }] });
    expect(told).toEqual(paths.map((path) => `topologySpreadConstraints[0]${path}`));
  });

  test('of one kind stands once', () => {
    const other = { ...sound, whenUnsatisfiable: 'ScheduleAnyway' };
    expect(toldOfPod(topologySpread, { topologySpreadConstraints: [sound, other] })).toEqual([]);
    expect(toldOfPod(topologySpread, { topologySpreadConstraints: [sound, other, { ...sound, maxSkew: 2 }] })).toEqual([
      'topologySpreadConstraints[2]',
    ]);
  });

  test('before 1.34 may not ask for a label in both ways; since then, no pod may', () => {
    const pod = { topologySpreadConstraints: [{ ...sound, labelSelector, matchLabelKeys: ['tier', 'b', 'c'] }] };
    const keys = [0, 1].map((index) => `topologySpreadConstraints[0].matchLabelKeys[${index}]`);
    expect(toldOfPod(topologySpread, pod, 33)).toEqual(keys);
    expect(toldOfPod(topologySpread, pod, 34)).toEqual([]);
    const lone = lonePod(pod, { labels: { tier: 'web' } });
    expect(told(topologySpread, lone, 34)).toEqual([`spec.${keys[0]}`]);
  });

  test('asks for a label twice in no version', () => {
    const twice = { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] };
    const pod = { topologySpreadConstraints: [{ ...sound, labelSelector: twice, matchLabelKeys: ['a'] }] };
    expect(toldOfPod(topologySpread, pod)).toEqual(['topologySpreadConstraints[0].matchLabelKeys[0]']);
  });
});
