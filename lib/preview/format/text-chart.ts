import type { Setup } from '../model';
import { sayTime } from '../seconds';
import type { Timeline } from '../timeline';

const WIDTH = 72;
const HEIGHT = 8;

/** Eighths of a character, from empty to full. */
const BARS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Two charts for a terminal: pods that are ready under those that are asked for, and load under capacity. */
export function chart(setup: Setup, timeline: Timeline): string {
  const pods = panel(
    timeline.ready,
    timeline.replicas,
    timeline.time,
    setup.duration,
    'pods ready (bars), set by the autoscaler (─)',
  );
  const isOfCpu = setup.cpuLoad !== undefined;
  const load = isOfCpu
    ? panel(
        timeline.load,
        timeline.capacity.map(finite),
        timeline.time,
        setup.duration,
        'load (bars), capacity (─), cores',
      )
    : '';
  return isOfCpu ? `${pods}\n\n${load}` : pods;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Bars of one list, and a line of another above them. */
function panel(
  bars: readonly number[],
  line: readonly number[],
  time: readonly number[],
  duration: number,
  name: string,
): string {
  const [barColumns, lineColumns] = [columns(bars, time, duration), columns(line, time, duration)];
  const top = Math.max(1e-9, ...barColumns, ...lineColumns);
  const rows = Array.from({ length: HEIGHT }, (_, row) => {
    const level = HEIGHT - 1 - row;
    const cells = barColumns.map((bar, column) => cell(bar / top, (lineColumns[column] ?? 0) / top, level));
    const label = row === 0 ? shown(top) : row === HEIGHT - 1 ? '0' : '';
    return `${label.padStart(8)} ┤${cells.join('')}`.trimEnd();
  });
  const end = sayTime(duration);
  return [
    `${' '.repeat(10)}${name}`,
    ...rows,
    `${' '.repeat(9)}└${'─'.repeat(WIDTH)}`,
    `${' '.repeat(10)}0${end.padStart(WIDTH - 1)}`,
  ].join('\n');
}

function cell(bar: number, line: number, level: number): string {
  const isLine = line > 0 && Math.min(HEIGHT - 1, Math.ceil(line * HEIGHT) - 1) === level;
  const eighths = Math.max(0, Math.min(8, Math.round((bar * HEIGHT - level) * 8)));
  // Where both are, the bar reaches up to the line.
  return isLine && eighths < 8 ? '─' : (BARS[eighths] ?? ' ');
}

/** The highest value of each column of the chart: nothing short is lost. */
function columns(values: readonly number[], time: readonly number[], duration: number): number[] {
  const highest = new Array<number>(WIDTH).fill(Number.NaN);
  for (let index = 0; index < values.length; index += 1) {
    const column = Math.min(WIDTH - 1, Math.floor(((time[index] ?? 0) / duration) * WIDTH));
    const value = values[index] ?? 0;
    if (!(value <= (highest[column] as number))) highest[column] = value;
  }
  let last = 0;
  return highest.map((value) => {
    last = Number.isNaN(value) ? last : value;
    return last;
  });
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Math.round(value * 100) / 100);
}
