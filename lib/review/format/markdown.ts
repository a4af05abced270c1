import { printable } from '../../check/format/printable';
import type { ReviewedLoad } from '../load';
import type { Review } from '../review';
import { byApp, headline, type ReviewedApp, type Told } from './grouped';
import { loadTable } from './load-table';

/** What nobody should have to open. */
const GRAVE: ReadonlySet<Told['kind']> = new Set(['refused', 'traffic', 'count', 'restart', 'drain']);

/** For a comment on a pull request: the grave on top, the rest to open. */
export function markdown(review: Review): string {
  const apps = byApp(review);
  const grave = only(apps, ({ kind }) => GRAVE.has(kind));
  const rest = only(apps, ({ kind }) => !GRAVE.has(kind));
  const count = rest.reduce((sum, { told }) => sum + told.length, 0);
  return [
    `**${headline(review)}**`,
    ...grave.flatMap(block),
    ...details(`Scaling, timing, capacity, findings, what stays in the cluster (${count})`, rest.flatMap(block)),
    ...details('Under the load', (review.loads ?? []).flatMap(table)),
    '',
  ].join('\n');
}

function only(apps: readonly ReviewedApp[], holds: (told: Told) => boolean): ReviewedApp[] {
  return apps.map(({ title, told }) => ({ title, told: told.filter(holds) })).filter(({ told }) => told.length > 0);
}

function block({ title, told }: ReviewedApp): string[] {
  return ['', `**${escaped(title)}**`, '', ...told.map(line)];
}

function line({ kind, object, message, wayOut }: Told): string {
  const of = object === undefined ? '' : ` ${escaped(object)}:`;
  const way = wayOut === undefined ? '' : `<br>way out: ${escaped(wayOut)}`;
  return `* **${kind}**${of} ${escaped(message)}${way}`;
}

function table(load: ReviewedLoad): string[] {
  const [, ...rows] = loadTable(load);
  const lines = rows.map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return ['', `**${escaped(load.name)}**`, '', '| | before | after |', '| --- | --- | --- |', ...lines];
}

function details(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ['', `<details><summary>${title}</summary>`, ...lines, '', '</details>'];
}

/** Names come from files that anyone may have written: no markup of theirs counts, and nobody is called. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll(/[&<>]|[\\`*_{}[\]()+!|~:/$^-]/g, (character) =>
      '&<>'.includes(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
    )
    .replaceAll(/@|(?<!&)#|\bGH/gi, (mark) => `${mark}${NOTHING}`);
}

/** Behind a character that shows nothing, a name is no mention, and a number no link to an issue. */
const NOTHING = '&#8203;';
