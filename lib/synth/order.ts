import type { IConstruct, Node } from 'constructs';
import { type Dependencies, isTogether, type Vertex } from './dependencies';
import type { Tree } from './tree';

/**
 * The constructs below one, itself among them, so that whatever one depends on stands before it. The same order as that
 * of cdk8s' DependencyGraph, which looks at each construct as often as there are ways to it.
 *
 * Throws where they depend on each other in a circle.
 */
export function inOrder(tree: Tree, dependencies: Dependencies, scope: IConstruct): readonly IConstruct[] {
  const { start, end } = tree.positions.get(scope) ?? { start: 0, end: 0 };
  const below = tree.constructs.slice(start, end);
  // Of those below another construct only that itself, which is first anyway, can stand on top.
  const inside = scope.node.scope === undefined ? inKeyOrder(below) : below;
  if (dependencies.size === 0 || !inside.some((construct) => dependencies.has(construct))) return inside;
  const isInside = (vertex: Vertex): boolean => {
    const construct = isTogether(vertex) ? vertex.of : vertex;
    // What a construct inside depends on, all in one.
    if (construct === undefined) return true;
    const position = tree.positions.get(construct);
    return position !== undefined && start <= position.start && position.start < end;
  };
  const next = (vertex: Vertex) =>
    (isTogether(vertex) ? vertex.members : (dependencies.get(vertex) ?? [])).filter(isInside);
  const dependedOn = reachable(inside.flatMap(next), next);
  // Those in a circle are depended on, all of them: they come last, to be found out.
  return postorder([...inside.filter((each) => !dependedOn.has(each)), ...inside], next);
}

/** Everything that one thing depends on directly, or as one of several. */
function reachable(vertices: readonly Vertex[], next: (vertex: Vertex) => readonly Vertex[]): ReadonlySet<Vertex> {
  const found = new Set<Vertex>();
  const open = [...vertices];
  for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
    if (found.has(vertex)) continue;
    found.add(vertex);
    if (isTogether(vertex)) for (const member of next(vertex)) open.push(member);
  }
  return found;
}

/** Depth first, and each as soon as all are there that it depends on. */
function postorder(starts: readonly Vertex[], next: (vertex: Vertex) => readonly Vertex[]): IConstruct[] {
  const order: IConstruct[] = [];
  const done = new Set<Vertex>();
  const open = new Map<Vertex, { readonly rest: readonly Vertex[]; at: number }>();
  for (const start of starts) {
    const path: Vertex[] = [start];
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      if (done.has(vertex)) {
        path.pop();
        continue;
      }
      const state = open.get(vertex) ?? { rest: next(vertex), at: 0 };
      open.set(vertex, state);
      const child = state.rest[state.at];
      state.at += 1;
      if (child === undefined) {
        if (!isTogether(vertex)) order.push(vertex);
        done.add(vertex);
        open.delete(vertex);
        path.pop();
      } else if (open.has(child)) {
        throw new Error(circle([...path.slice(path.indexOf(child)), child]));
      } else {
        path.push(child);
      }
    }
  }
  return order;
}

function circle(vertices: readonly Vertex[]): string {
  const names = vertices.flatMap((vertex) => (isTogether(vertex) ? [] : [vertex.node.path]));
  return `Dependency cycle detected: ${names.join(' => ')}`;
}

/** From here on a whole number is text to JavaScript. */
const LARGEST_INDEX = 2 ** 32 - 1;

/** cdk8s keeps constructs by their paths in an object, where JavaScript puts whole numbers first. */
function inKeyOrder(constructs: readonly IConstruct[]): readonly IConstruct[] {
  const isNumber = ({ node }: IConstruct) =>
    isOnTop(node) && /^(0|[1-9]\d{0,9})$/.test(node.path) && Number(node.path) < LARGEST_INDEX;
  if (!constructs.some(isNumber)) return constructs;
  return [...constructs.filter(isNumber), ...constructs.filter((each) => !isNumber(each))];
}

/** The paths of all others have a slash in them. */
function isOnTop({ scope }: Node): boolean {
  return scope?.node.scope === undefined;
}
