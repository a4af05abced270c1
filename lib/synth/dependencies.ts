import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { objectsBelow, type Tree } from './tree';

/** What a construct depends on, as cdk8s reads it. */
export type Dependencies = ReadonlyMap<IConstruct, readonly Vertex[]>;

/** A construct, or several that are depended on together. */
export type Vertex = IConstruct | Together;

/**
 * Stands for all that is in it. Where cdk8s makes each object of one construct depend on each of another, each of them
 * depends on this, so that there are as many dependencies as objects, and not as many as pairs of them.
 */
export interface Together {
  readonly members: readonly Vertex[];
  /** The construct whose objects they are; nothing where they are what a construct depends on. */
  readonly of?: IConstruct;
}

export function isTogether(vertex: Vertex): vertex is Together {
  return 'members' in vertex;
}

/**
 * What the constructs of an app depend on: what was said, what that says of the charts around (a chart on those in it,
 * and on that of whatever one of its own depends on), and what it says of the objects within.
 */
export function dependenciesIn(tree: Tree): Dependencies {
  const said = saidIn(tree);
  addChartDependencies(tree, said);
  return withObjects(tree, said);
}

/** What the constructs were said to depend on, and nothing that follows from it. */
export function saidDependencies({ constructs }: Tree): Dependencies {
  return new Map(constructs.map((construct) => [construct, construct.node.dependencies]));
}

/** What was said of each construct, in that order. */
function saidIn({ constructs, charts }: Tree): Map<IConstruct, Set<IConstruct>> {
  const said = new Map<IConstruct, Set<IConstruct>>();
  for (const construct of constructs) {
    const { dependencies } = construct.node;
    if (dependencies.length > 0) said.set(construct, new Set(dependencies));
  }
  for (const chart of charts) {
    for (const child of chart.node.children) if (Chart.isChart(child)) add(said, chart, child);
  }
  return said;
}

function addChartDependencies(tree: Tree, said: Map<IConstruct, Set<IConstruct>>): void {
  const pairs = inOrder(tree, said).flatMap(([source, targets]) => [...targets].map((target) => [source, target]));
  for (const [source, target] of pairs as [IConstruct, IConstruct][]) {
    const [chart, other] = [Chart.of(source), Chart.of(target)];
    if (chart !== other) add(said, chart, other);
  }
}

function add(said: Map<IConstruct, Set<IConstruct>>, source: IConstruct, target: IConstruct): void {
  const targets = said.get(source) ?? new Set();
  said.set(source, targets.add(target));
}

/** The order of the constructs decides that of the objects. */
function inOrder(
  { constructs }: Tree,
  said: ReadonlyMap<IConstruct, ReadonlySet<IConstruct>>,
): [IConstruct, ReadonlySet<IConstruct>][] {
  return constructs.flatMap((construct) => {
    const targets = said.get(construct);
    return targets === undefined ? [] : [[construct, targets] as [IConstruct, ReadonlySet<IConstruct>]];
  });
}

function withObjects(tree: Tree, said: ReadonlyMap<IConstruct, ReadonlySet<IConstruct>>): Dependencies {
  const dependencies = new Map<IConstruct, Vertex[]>();
  for (const [source, targets] of said) dependencies.set(source, [...targets]);
  const together = new Map<IConstruct, Together>();
  const objectsOf = (target: IConstruct): Together => {
    const known = together.get(target) ?? { of: target, members: objectsBelow(tree, target, Chart.of(target)) };
    together.set(target, known);
    return known;
  };
  const depend = (source: IConstruct, vertices: readonly Vertex[]) => {
    dependencies.set(source, [...(dependencies.get(source) ?? []), ...vertices]);
  };
  for (const [source, targets] of inOrder(tree, said)) {
    const sources = objectsBelow(tree, source, Chart.of(source));
    // No object depends on itself, so what lies in each other is taken apart.
    const isApart = ![...targets].some((target) => overlap(tree, source, target));
    const all = [...targets].map(objectsOf);
    const shared: Together = { members: all };
    for (const object of sources) {
      const others = () => all.flatMap(({ members }) => members.filter((each) => each !== object));
      depend(object, isApart ? [shared] : others());
    }
  }
  return dependencies;
}

/** Whether one construct stands in the other, with objects of the same chart. */
function overlap({ positions }: Tree, one: IConstruct, other: IConstruct): boolean {
  if (Chart.of(one) !== Chart.of(other)) return false;
  const [a, b] = [positions.get(one), positions.get(other)];
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}
