import { SCALES_TO_ZERO_SINCE } from '../../lib/autoscaling/controller/settings';
import { VERSIONS } from '../cluster/binaries';
import { Random } from '../fixtures/random';
import { playUpstream } from './player';
import { type Outcome, playWorld, type Scenario } from './worlds';

/** For work on the controller: SCENARIOS=20000 SEED=7 npm run test:oracle */
const COUNT = Number(process.env.SCENARIOS ?? 1000);
const SEED = Number(process.env.SEED ?? 1);

jest.setTimeout(30 * 60_000);

/** What every scenario must have met for the comparison to be worth something. */
const REASONS = [
  'DesiredWithinRange',
  'FailedGetContainerResourceMetric',
  'FailedGetExternalMetric',
  'FailedGetObjectMetric',
  'FailedGetPodsMetric',
  'FailedGetResourceMetric',
  'FailedGetScale',
  'FailedUpdateScale',
  'ReadyForNewScale',
  'ScaleDownLimit',
  'ScaleDownStabilized',
  'ScaleUpLimit',
  'ScaleUpStabilized',
  'ScalingDisabled',
  'SucceededGetScale',
  'SucceededRescale',
  'TooFewReplicas',
  'TooManyReplicas',
  'ValidMetricFound',
];

test.each(VERSIONS)('the upstream controller of %s decides the same at every tick', async (version) => {
  const kubernetes = Number(version.split('.')[1]);
  const expected = new Map<string, readonly Outcome[]>();
  const met = new Set<string>();
  function* scenarios(): Iterable<Scenario> {
    for (let number = 0; number < COUNT; number += 1) {
      const { scenario, outcomes } = playWorld(`${SEED}-${number}`, new Random(SEED * 1_000_003 + number), kubernetes);
      expected.set(scenario.name, outcomes);
      yield scenario;
    }
  }
  const differences: string[] = [];
  let ticks = 0;
  for await (const { name, ticks: theirs, refused, error } of playUpstream(version, scenarios())) {
    const ours = expected.get(name) ?? [];
    expected.delete(name);
    ticks += theirs.length;
    if (refused !== undefined || error !== undefined) differences.push(`${name}: ${refused ?? error}`);
    const refusedEdit = theirs.find((tick) => tick.refused !== undefined);
    if (refusedEdit !== undefined) differences.push(`${name}: an edit was refused: ${refusedEdit.refused}`);
    for (const [index, outcome] of ours.entries()) {
      for (const [, , reason] of outcome.conditions) met.add(reason);
      const { desired, ...rest } = theirs[index] ?? { desired: null };
      // Before the first status there is none.
      const [us, them] = [outcome, { ...rest, desired: desired ?? 0 }].map(textOf);
      if (us === them) continue;
      differences.push(`${name}, tick ${index}: ours ${us}, upstream ${them}`);
      break;
    }
  }
  expect(differences.slice(0, 5)).toEqual([]);
  expect(expected.size).toBe(0);
  expect(ticks).toBeGreaterThan(COUNT * 200);
  const ofVersion = kubernetes >= SCALES_TO_ZERO_SINCE ? ['NotScaledToZero', 'ScaledToZero'] : [];
  expect([...met].sort()).toEqual(expect.arrayContaining([...REASONS, ...ofVersion]));
});

function textOf({ ms, wrote, desired, conditions }: Partial<Outcome>): string {
  return JSON.stringify([ms, wrote, desired, conditions]);
}
