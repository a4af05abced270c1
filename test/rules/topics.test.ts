import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../lib/manifest';
import { readManifests } from '../../lib/read/read';
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

test('nor does what one object says of another: of each fixture, some of the objects', () => {
  const folder = join(__dirname, '..', 'fixtures', 'rules');
  const unasked = new Set<string>();
  for (const file of readdirSync(folder)) {
    const { manifests: read } = readManifests(file, readFileSync(join(folder, file), 'utf8'));
    const manifests = read.map(({ manifest }) => manifest);
    for (const kind of ['GRPCRoute', 'TCPRoute', 'Other']) {
      const renamed = manifests.map((each) => (/Route$/.test(String(each.kind)) ? { ...each, kind } : each));
      for (const id of unaskedIn(setOf(renamed))) unasked.add(`${id}, in ${file} with a ${kind}`);
    }
    for (const left of manifests) {
      for (const id of unaskedIn(setOf(manifests.filter((each) => each !== left)))) unasked.add(`${id}, in ${file}`);
    }
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
