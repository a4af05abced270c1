import { ApiObject, Chart } from 'cdk8s';
import { type Manifest, show } from '../manifest';
import { type Dependencies, isTogether } from './dependencies';
import { renderAll } from './gate';
import { inOrder } from './order';
import { tell } from './progress';
import { refuseMoreThanData } from './to-manifest';
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

/** Charts in their order. A chart with a `toJson` of its own is asked what it comes to, where charts are asked. */
export function renderCharts(
  tree: Tree,
  dependencies: Dependencies,
  charts: readonly Chart[],
  asksCharts: boolean,
): RenderedChart[] {
  const isChartOnChart = (chart: Chart) =>
    (dependencies.get(chart) ?? []).some((vertex) => !isTogether(vertex) && Chart.isChart(vertex));
  const areOrdered = charts.some(isChartOnChart);
  return charts.map((chart, index) => {
    tell('rendering charts', index, charts.length);
    const objects = inOrder(tree, dependencies, chart).filter(
      (construct): construct is ApiObject =>
        ApiObject.isApiObject(construct) && tree.positions.get(construct)?.chart === chart,
    );
    const number = areOrdered ? index : undefined;
    if (asksCharts && chart.toJson !== Chart.prototype.toJson) {
      return { chart, objects, number, origins: [], ...renderByChart(chart) };
    }
    const { manifests, origins, faults } = renderAll(objects);
    const told = faults.map(([object, fault]) => `[${object.node.path}] ${fault}`);
    return { chart, objects, number, origins, manifests, faults: told };
  });
}

/** What a chart with a `toJson` of its own makes of its objects, or why it can't. */
function renderByChart(chart: Chart): Pick<RenderedChart, 'manifests' | 'faults'> {
  try {
    const manifests = Object.values<unknown>(chart.toJson()).filter((each) => each !== undefined);
    for (const manifest of manifests) {
      if (typeof manifest !== 'object' || manifest === null)
        throw new Error(`it must give objects, got ${show(manifest)}`);
      refuseMoreThanData(manifest);
    }
    return { manifests: manifests as Manifest[], faults: [] };
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    return { manifests: [], faults: [`[${chart.node.path}] toJson() of the chart failed: ${message}`] };
  }
}
