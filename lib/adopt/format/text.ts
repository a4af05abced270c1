import { printable } from '../../check/format/printable';
import { groupedBy } from '../../grouped';
import { show } from '../../manifest';
import { plural } from '../../plural';
import { locationOf } from '../../read/read';
import { holdsSecret, objectOf } from '../../rules/rule';
import type { AdoptedApp, Adoption, Place } from '../adopt';
import type { Normalised, Unequal } from '../proof';

/** As many lines of one sort as one can read. */
const MOST_LINES = 20;

/** What became of the YAML, for a terminal. */
export function report(adoption: Adoption): string {
  const { apps, carried, skipped, broken, leftOut, proof } = adoption;
  const workloads = carried.filter(({ reason }) => reason !== undefined);
  const others = carried.length - workloads.length;
  const counts = Array.from(leftOut, ([path, count]) => (count === 1 ? path : `${path} (${count} times)`));
  return [
    section('Apps', apps.map(appLine)),
    section('Carried over as they are', [
      ...workloads.map((each) => `${each.object} (${placeOf(each.place())}): ${each.reason}`),
      ...(others === 0 ? [] : [plural(others, workloads.length === 0 ? 'object' : 'other object')]),
    ]),
    section(
      'Not adopted',
      skipped.map((each) => `${placeOf(each)}: ${each.reason}`),
    ),
    section(
      "Can't be read",
      broken.map((each) => `${placeOf(each)}: ${each.reason}`),
    ),
    section('Left out, since the cluster sets it', counts),
    section('Written otherwise, and stored alike', normalisedLines(proof.normalised)),
    section('NOT EQUAL', proof.unequal.map(unequalLine)),
    section(
      'A synth refuses these until they are mended',
      proof.refused.map(
        ({ file, line, object, path, message, rule }) => `${file}:${line}: ${object}: ${path}: ${message} [${rule}]`,
      ),
    ),
  ].join('');
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${printable(line)}\n`);
  const more = lines.length > MOST_LINES ? `  and ${lines.length - MOST_LINES} more\n` : '';
  return `${title}:\n${shown.join('')}${more}\n`;
}

function appLine(app: AdoptedApp): string {
  const patches = app.patches.length === 0 ? 'no patch' : `patched: ${app.patches.join(', ')}`;
  return `${app.name} (${placeOf(app)}): ${app.objects.join(', ')}; ${patches}`;
}

function placeOf({ file, line }: Place): string {
  return `${file}:${line}`;
}

function unequalLine({ object, path, read, made }: Unequal): string {
  const { file, line } = locationOf(object, path);
  const isSecret = holdsSecret(object.manifest, path);
  const values = isSecret ? 'values that are not shown' : `${show(read)} was read, ${show(made)} would be made`;
  return `${file}:${line}: ${objectOf(object.manifest)}: ${path === '' ? '' : `${path}: `}${values}`;
}

/** A field that stands in many objects is told once. */
function normalisedLines(normalised: readonly Normalised[]): string[] {
  const groups = groupedBy(
    normalised,
    ({ path, read, made }) => `${path.replaceAll(/\[\d+\]/g, '[*]')}: ${change(read, made)}`,
  );
  return Array.from(groups, ([line, { length }]) => (length === 1 ? line : `${line} (${length} times)`));
}

function change(read: unknown, made: unknown): string {
  if (made === undefined) return `${show(read)}, left out: it is the default`;
  return read === undefined ? `${show(made)}, which is the default, is said` : `${show(read)} is written ${show(made)}`;
}
