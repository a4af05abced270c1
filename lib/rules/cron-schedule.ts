/**
 * Whether cron can read a schedule, as Kubernetes does.
 *
 * @see https://github.com/robfig/cron/blob/v3.0.1/parser.go
 */
export function isSchedule(text: string): boolean {
  // A time zone before it is for the rule to judge.
  const schedule = text.replace(/^(CRON_)?TZ=\S*\s+/, '');
  if (schedule.startsWith('@')) return DESCRIPTOR.test(schedule);
  const parts = schedule.trim().split(/\s+/);
  return parts.length === FIELDS.length && FIELDS.every((field, index) => isField(parts[index] ?? '', field));
}

const DURATION = String.raw`[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)`;
const DESCRIPTOR = new RegExp(`^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every ${DURATION})$`);

interface Field {
  readonly min: number;
  readonly max: number;
  /** Names that stand for numbers, the first for `min`. */
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 6, names: DAYS },
];

function isField(text: string, field: Field): boolean {
  return text.split(',').every((range) => range === '' || isRange(range, field));
}

/** One of `5`, `1-5`, `*`, each with `/STEP` behind it if wanted. */
function isRange(text: string, field: Field): boolean {
  const [range = '', step = '1', ...moreSteps] = text.split('/');
  const [low = '', high, ...moreEnds] = range.split('-');
  if (moreSteps.length > 0 || numberOf(step) === undefined || numberOf(step) === 0) return false;
  if (low === '*' || low === '?') return true;
  const isOpen = high === undefined && text.includes('/');
  const first = numberOf(low, field);
  const last = isOpen ? field.max : numberOf(high ?? low, field);
  if (first === undefined || last === undefined || moreEnds.length > 0) return false;
  return field.min <= first && first <= last && last <= field.max;
}

function numberOf(text: string, { min, names = [] }: Field = FIELDS[0] as Field): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  if (index >= 0) return min + index;
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}
