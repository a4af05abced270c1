import { at, fields, items, type Manifest, nameOf } from '../manifest';
import { selectorOf } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import { canonical } from '../stored/canonical';
import type { Change } from './change';
import type { Consequence } from './consequence';
import { isSame, type Side } from './pairs';

/** Who reaches a Service no longer, or elsewhere. */
export function* traffic({ pairs, after: set }: Change): Iterable<Consequence> {
  for (const pair of pairs) {
    const { before, after } = pair;
    if (before?.manifest.kind === 'Service' && after === undefined) {
      yield {
        kind: 'traffic',
        object: objectOf(before.manifest),
        message: `the name ${nameOf(before.manifest)} is made no more: who asks it finds nobody, once it is deleted`,
      };
    }
    if (before === undefined || after?.manifest.kind !== 'Service') continue;
    const object = objectOf(after.manifest);
    for (const message of differences(before, after)) yield { kind: 'traffic', object, message };
    if (!isSame(pair) && selects(after.manifest) && set.workloadsOf(after.manifest).length === 0) {
      yield { kind: 'traffic', object, message: 'its selector finds no pods of this folder' };
    }
  }
}

function selects(service: Manifest): boolean {
  return Object.keys(selectorOf(service)).length > 0;
}

function* differences(before: Side, after: Side): Iterable<string> {
  const [old, young] = [fields(before.stored.spec), fields(after.stored.spec)];
  if (old.type !== young.type) yield `its type becomes ${young.type}, from ${old.type}`;
  if (canonical(old.selector) !== canonical(young.selector)) yield 'it leads to other pods: its selector changes';
  const [was, is] = [before.manifest, after.manifest].map((service) => items(at(service, 'spec', 'ports')).map(fields));
  for (const port of was ?? []) {
    const same = (is ?? []).find((each) => each.port === port.port);
    if (same === undefined) yield `port ${port.port} is gone: who asks it gets no answer`;
    else if (port.nodePort !== undefined && same.nodePort !== port.nodePort) {
      yield `node port ${port.nodePort} is ${same.nodePort === undefined ? 'not asked for any more' : `now ${same.nodePort}`}`;
    }
  }
  for (const port of is ?? []) {
    if (!(was ?? []).some((each) => each.port === port.port)) yield `port ${port.port} is new`;
  }
}
