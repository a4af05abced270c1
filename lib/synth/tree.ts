import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** The constructs of an app, walked once: each before its children, in the order of cdk8s. */
export interface Tree {
  readonly constructs: readonly IConstruct[];
  readonly charts: readonly Chart[];
  readonly positions: ReadonlyMap<IConstruct, Position>;
}

export interface Position {
  /** Where a construct and all below it stand among the constructs. */
  readonly start: number;
  readonly end: number;
  /** The closest chart around it, or it itself; what stands outside of charts has none. */
  readonly chart: Chart | undefined;
}

export function walk(root: IConstruct): Tree {
  const constructs: IConstruct[] = [];
  const charts: Chart[] = [];
  const positions = new Map<IConstruct, Position>();
  const visit = (construct: IConstruct, around: Chart | undefined) => {
    const chart = Chart.isChart(construct) ? construct : around;
    if (chart === construct) charts.push(chart as Chart);
    const position = { start: constructs.length, end: constructs.length, chart: chart as Chart | undefined };
    constructs.push(construct);
    positions.set(construct, position);
    for (const child of construct.node.children) visit(child, position.chart);
    position.end = constructs.length;
  };
  visit(root, undefined);
  return { constructs, charts, positions };
}

/** The objects below a construct that belong to a chart: what is nested belongs to the nested chart. */
export function objectsBelow({ constructs, positions }: Tree, construct: IConstruct, chart: Chart): ApiObject[] {
  const { start, end } = positions.get(construct) ?? { start: 0, end: 0 };
  const objects: ApiObject[] = [];
  for (let index = start; index < end; index += 1) {
    const each = constructs[index];
    if (each !== undefined && ApiObject.isApiObject(each) && positions.get(each)?.chart === chart) objects.push(each);
  }
  return objects;
}
