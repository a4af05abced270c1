import { type Panel, type PanelLine, panelsOf } from '../panels';
import type { Preview } from '../preview';
import { sayTime } from '../seconds';

const WIDTH = 800;
const HEIGHT = 160;
const [LEFT, RIGHT, GAP] = [60, 20, 64];

/** A picture of each preview: pods, and what they had to do. No script, no font, no colour alone. */
export function svg(previews: readonly Preview[]): string {
  const drawn = previews.flatMap(({ subject: { name, setup }, variant, timeline }) => {
    const title = variant === undefined ? name : `${name}, ${variant}`;
    return panelsOf(setup, timeline).map((panel) => ({ panel, title: `${title}: ${panel.title}`, setup }));
  });
  const panels = drawn.map(({ panel, title, setup }, index) =>
    draw(GAP + index * (HEIGHT + GAP), title, panel, setup.duration / 1000),
  );
  const height = drawn.length * (HEIGHT + GAP) + GAP;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}

/** Blue and orange are told apart by everyone; areas, lines and dashes are, too. */
const LOOKS: Readonly<Record<PanelLine['look'], string>> = {
  area: 'fill="#9ecae9"',
  line: 'fill="none" stroke="#b35806" stroke-width="1.5"',
  dashes: 'fill="none" stroke="#333" stroke-dasharray="4 3"',
};

const TICKS = 4;

function draw(top: number, title: string, { times, lines, holds }: Panel, seconds: number): string {
  const highest = lines.reduce(
    (most, { values }) => values.reduce<number>((high, each) => Math.max(high, each ?? 0), most),
    1e-9,
  );
  const x = (at: number) => (LEFT + (at / seconds) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (value: number) => (top + HEIGHT - (value / highest) * HEIGHT).toFixed(1);
  const paths = lines.map(({ values, look }) => {
    // A step: a value holds until the next one, or since the one before.
    const steps = values.slice(1).map((value, index) => {
      const [across, up] = [`H${x(times[index + 1] ?? 0)}`, `V${y(value ?? 0)}`];
      return holds === 'after' ? across + up : up + across;
    });
    const path = `M${x(times[0] ?? 0)},${y(values[0] ?? 0)}${steps.join('')}`;
    return `<path d="${look === 'area' ? `${path}V${y(0)}H${x(times[0] ?? 0)}Z` : path}" ${LOOKS[look]}/>`;
  });
  const legend = lines.map(({ name, look }, index) => {
    const at = WIDTH - RIGHT - 140 * (lines.length - index);
    const [height, width] = look === 'area' ? [10, 12] : [2, look === 'line' ? 12 : 4];
    const fill = look === 'area' ? '#9ecae9' : look === 'line' ? '#b35806' : '#333';
    return `<rect x="${at}" y="${top - 18}" width="${width}" height="${height}" fill="${fill}"/><text x="${at + 18}" y="${top - 9}">${escaped(name)}</text>`;
  });
  const ticks = Array.from({ length: TICKS }, (_, index) => ((index + 1) / TICKS) * seconds).map(
    (at) => `<text x="${x(at)}" y="${top + HEIGHT + 16}" text-anchor="end">${sayTime(at * 1000)}</text>`,
  );
  return `<text x="${LEFT}" y="${top - 26}">${escaped(title)}</text>${legend.join('')}
${paths.join('\n')}
<path d="M${LEFT},${top}V${top + HEIGHT}H${WIDTH - RIGHT}" fill="none" stroke="#333"/>
<text x="${LEFT - 6}" y="${top + 4}" text-anchor="end">${Math.round(highest * 100) / 100}</text>
<text x="${LEFT - 6}" y="${top + HEIGHT}" text-anchor="end">0</text>
${ticks.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
