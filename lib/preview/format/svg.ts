import type { Preview } from '../preview';
import { sayTime } from '../seconds';

const WIDTH = 800;
const PANEL = 160;
const [LEFT, RIGHT, GAP] = [60, 20, 50];

/** A picture of each preview: pods asked for and ready, load and capacity. No script, no font, no colour alone. */
export function svg(previews: readonly Preview[]): string {
  const height = previews.length * 2 * (PANEL + GAP) + GAP;
  const panels = previews.flatMap(({ subject, variant, timeline }, index) => {
    const top = GAP + index * 2 * (PANEL + GAP);
    const { duration, cpuLoad } = subject.setup;
    const title = `${subject.name}${variant === undefined ? '' : `, ${variant}`}`;
    const pods = panel(top, `${title}: pods`, timeline.time, duration, [
      { name: 'ready', values: timeline.ready, isArea: true, isStep: true },
      { name: 'set', values: timeline.replicas, isArea: false, isStep: true },
    ]);
    if (cpuLoad === undefined) return [pods];
    const load = panel(top + PANEL + GAP, 'cores', timeline.time, duration, [
      { name: 'load', values: timeline.load, isArea: true, isStep: false },
      {
        name: 'capacity',
        values: timeline.capacity.map((each) => (Number.isFinite(each) ? each : 0)),
        isArea: false,
        isStep: true,
      },
    ]);
    return [pods, load];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly isArea: boolean;
  readonly isStep: boolean;
}

/** Blue and orange are told apart by everyone; the area and the line are, too. */
const [AREA, LINE] = ['#9ecae9', '#b35806'];

function panel(
  top: number,
  title: string,
  time: readonly number[],
  duration: number,
  series: readonly Series[],
): string {
  const highest = series.reduce((most, { values }) => values.reduce((high, each) => Math.max(high, each), most), 1e-9);
  const x = (at: number) => (LEFT + (at / duration) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (value: number) => (top + PANEL - (value / highest) * PANEL).toFixed(1);
  const paths = series.map(({ values, isArea, isStep }) => {
    const points = values.map(
      (value, index) =>
        `${isStep && index > 0 ? `H${x(time[index] ?? 0)}V` : `${index === 0 ? 'M' : 'L'}${x(time[index] ?? 0)},`}${y(value)}`,
    );
    if (points.length === 0) return '';
    const path = points.join('');
    return isArea
      ? `<path d="${path}V${y(0)}H${x(time[0] ?? 0)}Z" fill="${AREA}"/>`
      : `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.5"/>`;
  });
  const legend = series
    .map(({ name, isArea }, index) => {
      const at = WIDTH - RIGHT - 200 + index * 100;
      return `<rect x="${at}" y="${top - 18}" width="12" height="${isArea ? 10 : 2}" fill="${isArea ? AREA : LINE}"/><text x="${at + 18}" y="${top - 9}">${name}</text>`;
    })
    .join('');
  return `<text x="${LEFT}" y="${top - 9}">${escaped(title)}</text>${legend}
${paths.join('\n')}
<path d="M${LEFT},${top}V${top + PANEL}H${WIDTH - RIGHT}" fill="none" stroke="#333"/>
<text x="${LEFT - 6}" y="${top + 4}" text-anchor="end">${Math.round(highest * 100) / 100}</text>
<text x="${LEFT - 6}" y="${top + PANEL}" text-anchor="end">0</text>
<text x="${WIDTH - RIGHT}" y="${top + PANEL + 16}" text-anchor="end">${sayTime(duration)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
