import { fault, type Rule } from './rule';
import { leavesIn } from './structures';

export const timeFormat: Rule = {
  id: 'time-format',
  severity: 'error',
  summary: 'A time is written as RFC 3339 has it: date, T, time of day, and the offset or Z.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/',
  *check(set) {
    for (const leaf of leavesIn(set, 'time')) {
      if (typeof leaf.value !== 'string' || isTime(leaf.value, isMicro(leaf.path))) continue;
      const digits = isMicro(leaf.path) ? '.000000' : '';
      const must = `must be a time of the form 2026-01-31T12:00:00${digits}Z`;
      yield fault(leaf.manifest, leaf, must, 'leave it out: the API server or a controller sets it');
    }
  },
};

/** The times that Kubernetes counts in microseconds: MicroTime. */
const MICRO = /(^|\.)(eventTime|lastObservedTime|acquireTime|renewTime|pingTime)$/;

function isMicro(path: string): boolean {
  return MICRO.test(path);
}

const TIME = /^(\d{4}-\d\d-\d\d)T(\d{1,2}):(\d\d):(\d\d)([.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** As Go's time.Parse reads RFC 3339. */
function isTime(text: string, micro: boolean): boolean {
  const [matched, date = '', hour, minute, second, fraction, offsetHour, offsetMinute] = TIME.exec(text) ?? [];
  if (matched === undefined || !isDate(date)) return false;
  if (micro && !/^.\d{6}$/.test(fraction ?? '')) return false;
  const limits = [
    [hour, 23],
    [minute, 59],
    [second, 59],
    [offsetHour, 24],
    [offsetMinute, 60],
  ] as const;
  return limits.every(([number, most]) => Number(number ?? 0) <= most);
}

function isDate(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}
