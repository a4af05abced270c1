import { at, type Fields, fields } from '../manifest';
import { plural } from '../plural';
import { changedFields, type Spelt } from './changed-fields';
import type { Consequence } from './consequence';
import { isKept, type Kept, type Pair, type Side } from './pairs';
import { asksOf, podRangeOf } from './pods';

/** As many fields as one reads; the others are counted. */
const MOST_FIELDS = 3;

/** Whose pods are replaced, and what that needs beside those that run. */
export function* restarts(pair: Pair): Iterable<Consequence> {
  if (!isKept(pair)) return;
  const why = reasonsOf(pair);
  const replaced = REPLACED.get(pair.after.manifest.kind);
  if (why.length > 0 && replaced !== undefined) yield replaced(pair.after, inWords(why));
}

/** As the controllers compare them: whatever the template holds, its labels and annotations too. */
function reasonsOf({ before, after }: Kept): string[] {
  return changedFields(templateOf(before), templateOf(after)).map((each) => each.replace(/^spec\./, ''));
}

function templateOf({ manifest, stored }: Side): Spelt {
  const [said, form] = [manifest, stored].map((each) => at(each, 'spec', 'template'));
  return { said, stored: form };
}

function inWords(why: readonly string[]): string {
  const more = why.length - MOST_FIELDS;
  return `${why.slice(0, MOST_FIELDS).join('; ')}${more > 0 ? `; and ${plural(more, 'field')} more` : ''}`;
}

/** What becomes of the pods, by the kind of the workload. */
const REPLACED: ReadonlyMap<unknown, (after: Side, why: string) => Consequence> = new Map(
  Object.entries({
    Deployment: deploymentPods,
    StatefulSet: statefulPods,
    DaemonSet: nodePods,
    ReplicaSet: (_after: Side, why: string) => waiting('until each is deleted', why),
  }),
);

function deploymentPods(after: Side, why: string): Consequence {
  const { strategy, paused } = fields(after.stored.spec);
  if (paused === true) return waiting('until it is resumed (spec.paused)', why);
  if (fields(strategy).type === 'Recreate') {
    return { kind: 'restart', message: `all its pods end before the first new one starts (${why})` };
  }
  return {
    kind: 'restart',
    message: `its pods are replaced (${why}); ${roomFor(after, fields(fields(strategy).rollingUpdate))}`,
  };
}

/** Of a rollout with the most pods: those beside them, and those that may be missing meanwhile. */
function roomFor(after: Side, { maxSurge, maxUnavailable }: Fields): string {
  const { most } = podRangeOf(after);
  const surge = Math.ceil(shareOf(maxSurge, most));
  // Of two shares that come to nothing, one pod may be missing: else nothing would move.
  const missing = Math.max(Math.floor(shareOf(maxUnavailable, most)), surge === 0 ? 1 : 0);
  const room = surge === 0 ? 'no room for more' : [`room for ${surge} more`, ...asksOf(after, surge)].join(', ');
  return `with ${most} of them that needs ${room}${missing === 0 ? '' : `; up to ${missing} may be missing meanwhile`}`;
}

function statefulPods({ stored }: Side, why: string): Consequence {
  const { type, rollingUpdate } = fields(at(stored, 'spec', 'updateStrategy'));
  if (type === 'OnDelete') return waiting('until each is deleted (updateStrategy OnDelete)', why);
  const partition = Number(fields(rollingUpdate).partition ?? 0);
  const which = partition === 0 ? 'its pods are' : `its pods from number ${partition} on are`;
  return { kind: 'restart', message: `${which} replaced, one after the other (${why})` };
}

function nodePods({ stored }: Side, why: string): Consequence {
  if (at(stored, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return waiting('until each is deleted (updateStrategy OnDelete)', why);
  }
  return { kind: 'restart', message: `its pods are replaced, node by node (${why})` };
}

function waiting(until: string, why: string): Consequence {
  return { kind: 'stale', message: `its pods stay as they are ${until}: ${why}` };
}

/** A number, or a share of the pods. */
function shareOf(value: unknown, pods: number): number {
  const [, percent] = /^(\d+)%$/.exec(String(value)) ?? [];
  return percent === undefined ? Number(value ?? 0) : (pods * Number(percent)) / 100;
}
