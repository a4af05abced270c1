import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifest';
import { dependenciesIn, isTogether } from './dependencies';
import { renderAll } from './gate';
import { inOrder } from './order';
import { tell } from './progress';
import type { Tree } from './tree';

/** A chart, and what it comes to. */
export interface RenderedChart {
  readonly chart: Chart;
  /** Its own objects, without those of charts within; each behind what it depends on. */
  readonly objects: readonly ApiObject[];
  readonly manifests: readonly Manifest[];
  /** The object that each manifest comes from, in the same order; none where the chart itself made the manifests. */
  readonly origins: readonly ApiObject[];
  /** What can't be rendered, with the path of its construct. */
  readonly faults: readonly string[];
  /** Its number among the charts of the app, where these depend on each other. */
  readonly number: number | undefined;
}

/** Every chart below a construct, each behind those that it depends on. Each object is rendered once. */
export function renderCharts(tree: Tree, root: IConstruct, asksCharts: boolean): RenderedChart[] {
  const dependencies = dependenciesIn(tree);
  const charts = inOrder(tree, dependencies, root).filter((construct) => Chart.isChart(construct));
  const isChartOnChart = (chart: Chart) =>
    (dependencies.get(chart) ?? []).some((vertex) => !isTogether(vertex) && Chart.isChart(vertex));
  const areOrdered = charts.some(isChartOnChart);
  return charts.map((chart, index) => {
    tell('rendering charts', index, charts.length);
    const objects = inOrder(tree, dependencies, chart).filter(
      (construct): construct is ApiObject =>
        ApiObject.isApiObject(construct) && tree.positions.get(construct)?.chart === chart,
    );
    const { manifests, origins, faults } = renderAll(objects);
    const told = faults.map(([object, fault]) => `[${object.node.path}] ${fault}`);
    const number = areOrdered ? index : undefined;
    if (!asksCharts || chart.toJson === Chart.prototype.toJson) {
      return { chart, objects, manifests, origins, number, faults: told };
    }
    const own = renderByChart(chart);
    return typeof own === 'string'
      ? { chart, objects, manifests, origins, number, faults: [...told, `[${chart.node.path}] ${own}`] }
      : { chart, objects, manifests: own, origins: [], number, faults: told };
  });
}

/** What a chart with a `toJson` of its own makes of its objects, or why it can't. */
function renderByChart(chart: Chart): Manifest[] | string {
  try {
    return chart.toJson();
  } catch (error) {
    return `toJson() of the chart failed: ${(error as Error).message.split('\n')[0]}`;
  }
}
