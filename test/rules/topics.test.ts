import type { Manifest } from '../../lib/manifest';
import { allRules, rulesOn } from '../../lib/rules';
import type { ManifestSet } from '../../lib/rules/manifest-set';
import { wordsIn } from '../../lib/rules/words';
import { NEWEST, OLDEST } from '../../lib/schema/schema';
import { mutantsOf } from '../fixtures/mutants';
import { NEWER, SOUND } from '../fixtures/sound';
import { setOf } from '../manifests';

/** For work on the topics: MUTANTS=100000 SEED=7 npx jest test/rules/topics */
const COUNT = Number(process.env.MUTANTS ?? 4000);
const SEED = Number(process.env.SEED ?? 1);

/** The rules that find something in a set, though none of the words of their topic is said there. */
function unaskedIn(set: ManifestSet): string[] {
  const asked = new Set(rulesOn(wordsIn(set)));
  const unasked = allRules().filter((rule) => !asked.has(rule));
  return unasked.filter((rule) => [...rule.check(set)].length > 0).map(({ id }) => id);
}

test.each([OLDEST, NEWEST])('rules that are not asked would find nothing, in whatever is wrong: 1.%i', (minor) => {
  const sound = minor === NEWEST ? [...SOUND, ...NEWER] : SOUND;
  const unasked = new Set<string>();
  for (const { object, change } of mutantsOf(sound, SEED, COUNT)) {
    for (const id of unaskedIn(setOf([object], minor))) unasked.add(`${id}, after ${change}`);
  }
  expect([...unasked]).toEqual([]);
});

test('an app of a Deployment, a Service and an autoscaler is not asked about what it has not', () => {
  const kinds = ['Deployment', 'Service', 'HorizontalPodAutoscaler'];
  const manifests = kinds.map((kind): Manifest => ({ apiVersion: 'v1', kind, metadata: { name: 'a' } }));
  const asked = rulesOn(wordsIn(setOf(manifests))).map(({ id }) => id);
  expect(asked).toContain('scale-target');
  expect(asked).not.toContain('cron-job');
});
