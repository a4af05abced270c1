import { type Load, lines } from './load';
import { LoadError } from './load-spec';

/** As many as a year has minutes, and twice that. */
const MOST_POINTS = 1_000_000;

/** More between two points than this, and than five times the usual, is a gap: nobody knows what came in there. */
const GAP = 5;

/**
 * A load that was recorded: CSV (`time,value`, a head or none; times in seconds, or as dates), or what Prometheus answers
 * to a range query. It begins at its first point.
 */
export function parseLoadFile(name: string, text: string): Load {
  const points = /^\s*\{/.test(text) ? prometheusPoints(name, text) : csvPoints(name, text);
  if (points.length < 2) throw new LoadError(`${name}: a load has at least 2 points, got ${points.length}`);
  refuseTooMany(name, points.length);
  const [first] = points;
  const start = first?.time ?? 0;
  refuseDisorder(name, points);
  const last = points.at(-1)?.time ?? 0;
  return lines(
    points.map(({ time, value }) => [time - start, value] as const),
    last - start,
  );
}

function refuseTooMany(name: string, count: number): void {
  if (count <= MOST_POINTS) return;
  throw new LoadError(`${name}: at most ${MOST_POINTS} points, got ${count}; take an average over a longer step`);
}

/** Without a list of the lines, which may be many. */
function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A point, in milliseconds, and where it stands. */
interface Point {
  readonly where: string;
  readonly time: number;
  readonly value: number;
}

function csvPoints(name: string, text: string): Point[] {
  refuseTooMany(name, lineCount(text) - 1);
  const points: Point[] = [];
  const lines = text.split(/\r?\n/);
  const head = lines.findIndex((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const where = `${name}:${index + 1}`;
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const [time, value] = [timeOf(cells[0] ?? ''), numberOf(cells[1] ?? '')];
    // A head says what the columns are: one line.
    if (index === head && time === undefined && value === undefined && cells.length >= 2) continue;
    if (cells.length !== 2) throw new LoadError(`${where}: must be time,value, got ${shown(line)}`);
    if (time === undefined)
      throw new LoadError(`${where}: the time must be seconds or a date, got ${shown(cells[0] ?? '')}`);
    points.push({ where, time, value: checked(where, value, cells[1] ?? '') });
  }
  return points;
}

function prometheusPoints(name: string, text: string): Point[] {
  const answer = parse(name, text);
  const { status, error, data } = answer;
  if (status !== 'success')
    throw new LoadError(`${name}: Prometheus says ${status ?? 'nothing'}: ${error ?? 'no error'}`);
  if (data?.resultType !== 'matrix') {
    throw new LoadError(
      `${name}: must be the answer to a range query (query_range), got a ${data?.resultType ?? 'nothing'}`,
    );
  }
  const series = data.result ?? [];
  if (series.length !== 1) {
    throw new LoadError(`${name}: must hold one series, got ${series.length}: sum them in the query, sum(...)`);
  }
  const values: unknown = series[0]?.values;
  if (!Array.isArray(values)) throw new LoadError(`${name}: the series must have values`);
  return values.map((pair: unknown, index) => {
    const where = `${name}: value ${index + 1}`;
    const [time, value] = Array.isArray(pair) ? pair : [];
    if (typeof time !== 'number' || !Number.isFinite(time))
      throw new LoadError(`${where}: must be [time, "value"], got ${shown(JSON.stringify(pair))}`);
    return { where, time: time * 1000, value: checked(where, numberOf(String(value)), String(value)) };
  });
}

interface Answer {
  readonly status?: string;
  readonly error?: string;
  readonly data?: {
    readonly resultType?: string;
    readonly result?: readonly { readonly values?: unknown }[];
  };
}

function parse(name: string, text: string): Answer {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LoadError(`${name}: no JSON: ${(error as Error).message}`);
  }
}

function checked(where: string, value: number | undefined, text: string): number {
  if (value === undefined) throw new LoadError(`${where}: the value must be a number, got ${shown(text)}`);
  if (value < 0) throw new LoadError(`${where}: the value must be at least 0, got ${shown(text)}`);
  return value;
}

function refuseDisorder(name: string, points: readonly Point[]): void {
  const spans = points.slice(1).map(({ time }, index) => time - (points[index]?.time ?? 0));
  const usual = spans.toSorted((a, b) => a - b)[Math.floor(spans.length / 2)] ?? 0;
  for (const [index, span] of spans.entries()) {
    const where = points[index + 1]?.where;
    if (span <= 0)
      throw new LoadError(
        `${where}: time must go on, got ${span === 0 ? 'the same time' : 'an earlier time'} as in the line before`,
      );
    if (span > usual * GAP) {
      throw new LoadError(
        `${where}: ${Math.round(span / 1000)} s since the point before, where ${Math.round(usual / 1000)} s are usual: nobody knows the load in between; fill the gap, or cut the file there`,
      );
    }
  }
  if (points.every(({ value }) => value === 0)) throw new LoadError(`${name}: all values are 0`);
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? undefined : value;
}

/** Milliseconds: of seconds (since whenever), or of a date. */
function timeOf(text: string): number | undefined {
  const seconds = numberOf(text);
  // Since 1970 it is some billion seconds: what is a thousand times as much is milliseconds.
  if (seconds !== undefined) return seconds > 1e11 ? seconds : seconds * 1000;
  // Without a zone it is UTC: the same file means the same everywhere.
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !/\d:\d/.test(text) ? text : `${text}Z`;
  const date = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(zoned) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}...` : text);
}
