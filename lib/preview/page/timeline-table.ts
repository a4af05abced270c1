import type { PanelLine } from '../panels';
import { sayTime } from '../seconds';
import type { Timeline } from '../timeline';

/** As many rows as one reads. */
const MOST_ROWS = 200;

/** The charts as a table: every look, or of many the same share of all. The first row is the head. */
export function timelineTable(timeline: Timeline, lines: readonly PanelLine[]): string[][] {
  const head = ['at', ...lines.map(({ name }) => name), 'waiting', 'held or limited by'];
  const every = Math.ceil(timeline.time.length / MOST_ROWS);
  const rows = timeline.time.flatMap((time, look) => (look % every === 0 ? [rowAt(timeline, lines, look, time)] : []));
  return [head, ...rows];
}

function rowAt(timeline: Timeline, lines: readonly PanelLine[], look: number, time: number): string[] {
  const { backlog, held, scalingLimited } = timeline;
  const limited = scalingLimited[look] === 'DesiredWithinRange' ? '' : (scalingLimited[look] ?? '');
  return [
    sayTime(time),
    // A line begins before the first look.
    ...lines.map(({ values }) => sayAmount(values[look + 1])),
    sayAmount(backlog[look]),
    [held[look] ?? '', limited].filter((reason) => reason !== '').join(', '),
  ];
}

/** With two decimals at most; a dash where there is none. */
export function sayAmount(value: number | null | undefined): string {
  return value == null || !Number.isFinite(value) ? '–' : String(Math.round(value * 100) / 100);
}
