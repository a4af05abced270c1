import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { parseLoadFile, preview, scaled } from 'cdk8s-autoscaled-ml-app/preview';
import { RankerChart } from './ranker';

/** Requests a second of last Monday, every ten minutes, as the monitoring has them. */
const REQUESTS = parseLoadFile('monday.csv', readFileSync(join(__dirname, 'monday.csv'), 'utf8'));
/** What a request costs, in seconds of a core. */
const CPU_PER_REQUEST = 0.04;

const monday = { load: scaled(REQUESTS, CPU_PER_REQUEST), startup: 90_000, kubernetes: '1.31' };
const manifests = new RankerChart(Testing.app(), 'preview').toJson();

test('with the load of last Monday we never serve less than 99 % at once', () => {
  for (const { summary } of preview(manifests, { ...monday, model: { unserved: 'drop' } })) {
    expect(summary.unserved).toBeLessThan(0.01);
  }
});

test('half of the pods would not do', () => {
  const [asItIs, half] = preview(manifests, { ...monday, variants: ['maxReplicas=5'] });
  expect(asItIs?.summary.peakReplicas).toBeGreaterThan(6);
  expect(half?.summary.overloaded).toBeGreaterThan(300);
});
