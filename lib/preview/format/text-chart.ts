import type { Panel } from '../panels';
import { sayTime } from '../seconds';

const WIDTH = 72;
const HEIGHT = 8;

/** Eighths of a character, from empty to full. */
const BARS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A chart for a terminal: bars, and a line over them. */
export function chart(panel: Panel, duration: number): string {
  const { title, lines } = panel;
  const [area, line] = [lines.find(({ look }) => look === 'area'), lines.find(({ look }) => look === 'line')];
  const bars = columns(panel, area?.values ?? [], duration);
  const levels = columns(panel, line?.values ?? [], duration);
  const top = Math.max(1e-9, ...bars, ...levels);
  const rows = Array.from({ length: HEIGHT }, (_, row) => {
    const level = HEIGHT - 1 - row;
    const cells = bars.map((bar, column) => cell(bar / top, (levels[column] ?? 0) / top, level));
    const label = row === 0 ? shown(top) : row === HEIGHT - 1 ? '0' : '';
    return `${label.padStart(8)} ┤${cells.join('')}`.trimEnd();
  });
  const names = [`${area?.name} (bars)`, ...(line === undefined ? [] : [`${line.name} (─)`])];
  return [
    `${' '.repeat(10)}${title}: ${names.join(', ')}`,
    ...rows,
    `${' '.repeat(9)}└${'─'.repeat(WIDTH)}`,
    `${' '.repeat(10)}0${sayTime(duration).padStart(WIDTH - 1)}`,
  ].join('\n');
}

function cell(bar: number, line: number, level: number): string {
  const isLine = line > 0 && Math.min(HEIGHT - 1, Math.ceil(line * HEIGHT) - 1) === level;
  const eighths = Math.max(0, Math.min(8, Math.round((bar * HEIGHT - level) * 8)));
  // Where both are, the bar reaches up to the line.
  return isLine && eighths < 8 ? '─' : (BARS[eighths] ?? ' ');
}

/** The highest value of each column of the chart: nothing short is lost. */
function columns({ times, holds }: Panel, values: readonly (number | null)[], duration: number): number[] {
  const highest = new Array<number>(WIDTH).fill(0);
  const columnOf = (seconds: number) => Math.min(WIDTH - 1, Math.floor(((seconds * 1000) / duration) * WIDTH));
  for (const [index, value] of values.entries()) {
    const time = times[index] ?? 0;
    const [from, to] = holds === 'after' ? [time, times[index + 1] ?? time] : [times[index - 1] ?? time, time];
    for (let column = columnOf(from); column <= columnOf(to); column += 1) {
      highest[column] = Math.max(highest[column] ?? 0, value ?? 0);
    }
  }
  return highest;
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Math.round(value * 100) / 100);
}
