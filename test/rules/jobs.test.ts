import { cronJob } from '../../lib/rules/cron-job';
import { job } from '../../lib/rules/job';
import { selectorMatch } from '../../lib/rules/selector-match';
import { named, told } from './told';

function jobOf(spec: object, name = 'train') {
  return { ...named({ name }, 'Job', 'batch/v1'), spec };
}

function cronJobOf(spec: object) {
  return { ...named({ name: 'train' }, 'CronJob', 'batch/v1'), spec: { schedule: '* * * * *', ...spec } };
}

const labelled = (labels: object) => ({ template: { metadata: { labels } } });
const LABELS = 'spec.template.metadata.labels';

test.each([
  [{ backoffLimit: 0, parallelism: 2, ttlSecondsAfterFinished: null }, []],
  [{ backoffLimit: -1 }, ['spec.backoffLimit']],
  [{ completionMode: 'Ordered' }, ['spec.completionMode']],
  [{ completionMode: 'Indexed' }, []],
  [{ completionMode: 'Indexed', parallelism: 2 }, ['spec.completions']],
  [{ completionMode: 'Indexed', completions: 3, parallelism: 100_001 }, ['spec.parallelism']],
  [labelled({ app: 'train', 'job-name': 'train' }), []],
  [labelled({ 'job-name': 'other' }), [`${LABELS}[job-name]`]],
  [labelled({ 'controller-uid': 'a' }), [`${LABELS}[controller-uid]`]],
  [{ selector: {} }, []],
  [{ ...labelled({ app: 'train' }), selector: { matchLabels: { app: 'train' } } }, ['spec.selector']],
  [{ ...labelled({ app: 'train' }), selector: { matchLabels: { app: 'train' } }, manualSelector: true }, []],
])('a Job with %j', (spec, paths) => {
  expect(told(job, jobOf(spec))).toEqual(paths);
});

test('a Job that selects by hand finds its own pods', () => {
  const byHand = (selector: unknown) => jobOf({ ...labelled({ app: 'train' }), manualSelector: true, selector });
  expect(told(selectorMatch, byHand({ matchLabels: { app: 'train' } }))).toEqual([]);
  expect(told(selectorMatch, byHand({ matchLabels: { app: 'other' } }))).toEqual([`${LABELS}[app]`]);
  expect(told(selectorMatch, byHand({}))).toEqual([]);
  expect(told(selectorMatch, byHand(null))).toEqual(['spec.selector']);
});

test('the pods of an indexed Job are called after it', () => {
  const spec = { completionMode: 'Indexed', completions: 11 };
  expect(told(job, jobOf(spec, 'a'.repeat(60)))).toEqual([]);
  expect(told(job, jobOf(spec, 'a'.repeat(61)))).toEqual(['metadata.name']);
  expect(told(job, jobOf(spec, 'a.b'))).toEqual(['metadata.name']);
});

test('a Job of a CronJob has no selector at all', () => {
  const jobTemplate = { spec: { selector: {}, manualSelector: true, completions: -1 } };
  const path = 'spec.jobTemplate.spec';
  expect(told(job, cronJobOf({ jobTemplate }))).toEqual(
    ['completions', 'selector', 'manualSelector'].map((field) => `${path}.${field}`),
  );
});

test.each([
  '*/5 * * * *',
  '0 9-17/2 * * mon-FRI',
  '0 0 1,15 jan ?',
  '5/15 * * * *',
  '@daily',
  '@every 1h30m',
  '  0 0 * * 0  ',
])('%j is a schedule', (schedule) => {
  expect(told(cronJob, cronJobOf({ schedule }))).toEqual([]);
});

test.each([
  '',
  '* * * *',
  '0 30 2 * * 1',
  '60 * * * *',
  '0 24 * * *',
  '0 0 0 * *',
  '0 0 * * 7',
  '10-5 * * * *',
  '*/0 * * * *',
  '1-2-3 * * * *',
  '@reboot',
  '@every day',
  'H * * * *',
])('%j is none', (schedule) => {
  expect(told(cronJob, cronJobOf({ schedule }))).toEqual(['spec.schedule']);
});

test.each([
  [{ schedule: 'TZ=UTC 0 0 * * *' }, 28, []],
  [{ schedule: 'TZ=UTC 0 0 * * *' }, 29, ['spec.schedule']],
  [{ schedule: 'TZ=UTC 0 0 * * *', timeZone: 'UTC' }, 28, ['spec.schedule']],
  [{ timeZone: 'Europe/Berlin' }, 37, []],
  [{ timeZone: 'US/Pacific' }, 37, []],
  [{ timeZone: 'europe/berlin' }, 37, ['spec.timeZone']],
  [{ timeZone: 'Local' }, 37, ['spec.timeZone']],
  [{ timeZone: 'PST' }, 37, ['spec.timeZone']],
  [{ timeZone: '' }, 37, ['spec.timeZone']],
  [{ concurrencyPolicy: 'Queue' }, 37, ['spec.concurrencyPolicy']],
  [{ concurrencyPolicy: '', failedJobsHistoryLimit: -1 }, 37, ['spec.failedJobsHistoryLimit']],
])('a CronJob with %j in 1.%i', (spec, minor, paths) => {
  expect(told(cronJob, cronJobOf(spec), minor)).toEqual(paths);
});
