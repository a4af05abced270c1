import { disruptionBudget } from '../../lib/rules/disruption-budget';
import { named, told } from './told';

test.each([
  [{}, []],
  [null, []],
  [{ minAvailable: 0 }, []],
  [{ maxUnavailable: '100%', minAvailable: null }, []],
  [{ maxUnavailable: '101%' }, ['spec.maxUnavailable']],
  [{ minAvailable: '1' }, ['spec.minAvailable']],
  [{ minAvailable: -1 }, ['spec.minAvailable']],
  [{ minAvailable: 1, maxUnavailable: 1 }, ['spec.maxUnavailable']],
  [{ selector: { matchLabels: { app: 'a b' } } }, ['spec.selector.matchLabels[app]']],
  [{ unhealthyPodEvictionPolicy: 'AlwaysAllow' }, []],
  [{ unhealthyPodEvictionPolicy: '' }, ['spec.unhealthyPodEvictionPolicy']],
])('%j', (spec, paths) => {
  expect(told(disruptionBudget, { ...named({ name: 'a' }, 'PodDisruptionBudget', 'policy/v1'), spec })).toEqual(paths);
});
