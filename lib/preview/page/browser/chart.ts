import uPlot from 'uplot';
import type { Panel, PanelLine } from '../../panels';
import { sayTime } from '../../seconds';
import { sayAmount } from '../timeline-table';
import { make } from './elements';

const HEIGHT = 210;
const FONT = '12px system-ui, sans-serif';

const [MINUTE, HOUR] = [60, 3600];
/** Between two marks, in order: seconds as clocks have them, and whole numbers. */
const TIME_STEPS = [
  ...[1, 5, 15, 30],
  ...[1, 2, 5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24, 48, 168].map((hours) => hours * HOUR),
];
const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power));

/** A picture of one panel, with its legend, and what it says where the pointer is. */
export class Chart {
  private readonly title = make('h3');
  private readonly legend = make('p', { class: 'legend' });
  private readonly canvas = make('div', { class: 'canvas', role: 'img' });
  private plot: uPlot | undefined;
  private panel: Panel | undefined;
  private duration = 0;

  constructor(root: HTMLElement) {
    root.append(make('figure', {}, make('figcaption', {}, this.title, this.legend), this.canvas));
    new ResizeObserver(() => this.resize()).observe(this.canvas);
  }

  /** Draws at once. */
  public show(panel: Panel, duration: number, spoken: string): void {
    const names = (of: Panel | undefined) => of?.lines.map(({ name }) => name).join();
    const isSame = names(this.panel) === names(panel);
    this.panel = panel;
    this.duration = duration;
    this.title.textContent = panel.title;
    this.canvas.setAttribute('aria-label', `${panel.title}: ${spoken}`);
    if (!isSame) this.start(panel);
    const data = [panel.times, ...panel.lines.map(({ values }) => values)] as uPlot.AlignedData;
    this.plot?.batch(() => this.plot?.setData(data));
  }

  /** In the colours of the page, which have changed. */
  public redraw(): void {
    this.plot?.redraw();
  }

  private start(panel: Panel): void {
    this.plot?.destroy();
    this.tell(null);
    this.plot = new uPlot(
      {
        width: this.canvas.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { sync: { key: 'preview' }, drag: { x: false, y: false }, points: { show: false }, y: false },
        scales: {
          x: { time: false, range: () => [0, this.duration] },
          y: { range: (_, __, most) => [0, most > 0 ? most * 1.05 : 1] },
        },
        axes: [
          {
            ...axis(),
            size: 30,
            space: 70,
            incrs: TIME_STEPS,
            values: (_, times) => times.map((time) => sayTime(time * 1000)),
          },
          { ...axis(), size: 52, ...(panel.isWhole ? { incrs: WHOLE_STEPS } : {}) },
        ],
        series: [{}, ...panel.lines.map((line) => seriesOf(line, panel.holds))],
        hooks: { setCursor: [({ cursor }) => this.tell(cursor.idx)] },
      },
      undefined,
      this.canvas,
    );
  }

  /** The legend, and the values at a place. */
  private tell(place: number | null | undefined): void {
    const { lines = [], times = [] } = this.panel ?? {};
    const items = lines.map(({ name, look, values }) => {
      const value = place == null ? '' : ` ${sayAmount(values[place])}`;
      return make('span', { class: 'item' }, make('span', { class: `swatch ${look}` }), `${name}${value}`);
    });
    const at = place == null ? '' : `at ${sayTime((times[place] ?? 0) * 1000)}`;
    this.legend.replaceChildren(...items, make('span', { class: 'item' }, at));
  }

  private resize(): void {
    const width = this.canvas.clientWidth;
    if (width > 0 && width !== this.plot?.width) this.plot?.setSize({ width, height: HEIGHT });
  }
}

function axis(): uPlot.Axis {
  const grid = { stroke: () => colour('--grid'), width: 1 };
  return { font: FONT, stroke: () => colour('--ink'), grid, ticks: grid };
}

function seriesOf({ look }: PanelLine, holds: Panel['holds']): uPlot.Series {
  return {
    paths: uPlot.paths.stepped?.({ align: holds === 'after' ? 1 : -1 }),
    points: { show: false },
    stroke: () => colour(`--${look}`),
    width: look === 'line' ? 2 : 1,
    ...(look === 'area' ? { fill: () => colour('--area-fill') } : {}),
    ...(look === 'dashes' ? { dash: [4, 4] } : {}),
  };
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name);
}
