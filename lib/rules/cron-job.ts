import { fields, type Located, type Manifest } from '../manifest';
import { isSchedule } from './cron-schedule';
import { nonNegativeFaults } from './non-negative';
import { type Fault, fault, type Rule } from './rule';

export const cronJob: Rule = {
  id: 'cron-job',
  severity: 'error',
  summary: 'A CronJob has a schedule that cron can read, a known time zone, and numbers of 0 and more.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  *check(set) {
    for (const manifest of set.ofKind('CronJob').filter(({ apiVersion }) => apiVersion === 'batch/v1')) {
      const spec = fields(manifest.spec);
      yield* nonNegativeFaults(manifest, 'spec', spec, NUMBERS);
      const hasTimeZone = spec.timeZone !== undefined && spec.timeZone !== null;
      const schedule = { path: 'spec.schedule', value: spec.schedule };
      yield* scheduleFaults(manifest, schedule, hasTimeZone || set.settings.kubernetes >= NO_ZONE_IN_SCHEDULE);
      if (hasTimeZone && !isTimeZone(String(spec.timeZone))) {
        const where = { path: 'spec.timeZone', value: spec.timeZone };
        yield fault(manifest, where, 'must be a time zone of the IANA database', "write one such as 'Europe/Berlin'");
      }
      if (POLICIES.includes(String(spec.concurrencyPolicy || 'Allow'))) continue;
      const where = { path: 'spec.concurrencyPolicy', value: spec.concurrencyPolicy };
      yield fault(manifest, where, `must be one of ${POLICIES.join(', ')}`, 'leave it out for Allow');
    }
  },
};

const NUMBERS = ['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'];
const POLICIES = ['Allow', 'Forbid', 'Replace'];

/** Until then, a schedule could begin with TZ= where no timeZone was set. */
const NO_ZONE_IN_SCHEDULE = 29;

function* scheduleFaults(manifest: Manifest, schedule: Located, forbidsZone: boolean): Iterable<Fault> {
  const text = String(schedule.value ?? '');
  if (forbidsZone && text.includes('TZ')) {
    yield fault(manifest, schedule, 'must not hold a time zone', 'write the zone into timeZone');
  } else if (!isSchedule(text)) {
    const must = 'must be five fields of cron: minute, hour, day of month, month, day of week';
    yield fault(manifest, schedule, must, "write one such as '30 2 * * *', which is every night at half past two");
  }
}

/** Old short names that JavaScript takes beside those of the IANA database. */
const NOT_IANA = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
);

function isTimeZone(name: string): boolean {
  const isName = name.split('/').every((part) => /^(?!\.{1,2}$|-)[A-Za-z.\-_0-9+]{1,14}$/.test(part));
  if (name === 'Factory') return true;
  if (!isName || !/^[A-Z]/.test(name) || name.toLowerCase() === 'local' || NOT_IANA.has(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // Kubernetes looks at capitals, JavaScript does not.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
