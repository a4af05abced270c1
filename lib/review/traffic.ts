import { at, type Fields, fields, items, nameOf, namespaceOf } from '../manifest';
import { selectorOf } from '../rules/manifest-set';
import { canonical } from '../stored/canonical';
import type { Consequence } from './consequence';
import { isHeadless } from './headless';
import { isKept, type Kept, type Pair, type Side } from './pairs';

/** Who reaches a Service no longer, or elsewhere. */
export function traffic(moves: ReadonlyMap<Side, Side>) {
  return function* (pair: Pair): Iterable<Consequence> {
    const { before, after } = pair;
    if ((before ?? after)?.manifest.kind !== 'Service') return;
    const messages = isKept(pair) ? differences(pair) : before === undefined ? [] : [gone(before, moves.get(before))];
    for (const message of messages) yield { kind: 'traffic', message };
    if (after !== undefined && findsNobody(after) && !(before !== undefined && isAsBefore(before, after))) {
      yield { kind: 'traffic', message: 'its selector finds no pods of these files' };
    }
  };
}

function gone({ manifest }: Side, next: Side | undefined): string {
  const name = hostOf(manifest);
  return next === undefined
    ? `the name ${name} is made no more: who asks it finds nobody, once it is deleted`
    : `it is reached as ${hostOf(next.manifest)} now: who asks ${name} finds nobody, once that is deleted`;
}

function hostOf(service: Side['manifest']): string {
  const namespace = namespaceOf(service);
  return namespace === undefined ? nameOf(service) : `${nameOf(service)}.${namespace}`;
}

function findsNobody({ manifest, folder: { set } }: Side): boolean {
  const selects = Object.keys(selectorOf(manifest)).length > 0;
  return selects && [set, set.around].every((each) => (each?.workloadsOf(manifest) ?? []).length === 0);
}

function isAsBefore(before: Side, after: Side): boolean {
  const [was, is] = [before, after].map(({ manifest }) => canonical(selectorOf(manifest)));
  return was === is && findsNobody(before);
}

function* differences({ before, after }: Kept): Iterable<string> {
  const [old, young] = [fields(before.stored.spec), fields(after.stored.spec)];
  if (old.type !== young.type) yield `its type becomes ${young.type}, from ${old.type}`;
  if (old.externalName !== young.externalName)
    yield `it leads to ${young.externalName ?? 'pods'}, from ${old.externalName ?? 'pods'}`;
  if (canonical(old.selector) !== canonical(young.selector)) yield 'it leads to other pods: its selector changes';
  if (isHeadless(before.manifest) && !isHeadless(after.manifest) && young.clusterIP === 'None') {
    yield 'it stays without an address: the API server keeps clusterIP: None, though it is left out';
  }
  if (old.sessionAffinity !== young.sessionAffinity) {
    yield `session affinity is ${young.sessionAffinity}: ${young.sessionAffinity === 'ClientIP' ? 'each client stays with one pod, also of those that are added' : 'each connection goes to any pod'}`;
  }
  yield* portChanges(portsOf(before), portsOf(after));
}

function portsOf({ stored }: Side): readonly Fields[] {
  return items(at(stored, 'spec', 'ports')).map(fields);
}

function* portChanges(was: readonly Fields[], is: readonly Fields[]): Iterable<string> {
  for (const port of was) {
    const same = is.find((each) => keyOf(each) === keyOf(port));
    if (same === undefined) {
      yield `port ${nameOfPort(port)} is gone: who asks it gets no answer`;
      continue;
    }
    if (same.targetPort !== port.targetPort) {
      yield `port ${nameOfPort(port)} leads to ${same.targetPort} of the pods, from ${port.targetPort}`;
    }
    if (same.name !== port.name)
      yield `port ${nameOfPort(port)} is called ${same.name ?? 'nothing'}, from ${port.name ?? 'nothing'}`;
    if (port.nodePort !== undefined && same.nodePort !== port.nodePort) {
      yield `node port ${port.nodePort} is ${same.nodePort === undefined ? 'gone' : `now ${same.nodePort}`}`;
    } else if (port.nodePort === undefined && same.nodePort !== undefined) {
      yield `port ${nameOfPort(port)} is reached at node port ${same.nodePort} of every node`;
    }
  }
  for (const port of is) {
    if (!was.some((each) => keyOf(each) === keyOf(port))) yield `port ${nameOfPort(port)} is new`;
  }
}

function keyOf({ port, protocol }: Fields): string {
  return `${protocol} ${port}`;
}

function nameOfPort({ port, protocol }: Fields): string {
  return protocol === 'TCP' ? String(port) : `${port}/${protocol}`;
}
