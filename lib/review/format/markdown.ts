import type { Finding } from '../../check/finding';
import { printable } from '../../check/format/printable';
import type { Consequence, ConsequenceKind } from '../consequence';
import type { Review } from '../review';
import { byObject, headline } from './grouped';

/** What nobody should have to open. */
const GRAVE: ReadonlySet<ConsequenceKind> = new Set(['refused', 'traffic', 'count', 'restart']);

/** For a comment on a pull request: the grave on top, the rest to open. */
export function markdown(review: Review): string {
  const told = byObject(review).flatMap(([, consequences]) => consequences);
  const grave = told.filter(({ kind }) => GRAVE.has(kind));
  const rest = told.filter(({ kind }) => !GRAVE.has(kind));
  const findings = [
    ...review.added.map((finding) => `* new: ${found(finding)}`),
    ...review.cleared.map((finding) => `* cleared: ${found(finding)}`),
  ];
  return [
    `**${headline(review)}**`,
    ...block(grave.map(line)),
    ...details('Capacity, scaling, and what stays in the cluster', rest.map(line)),
    ...details('Findings', findings),
    '',
  ].join('\n');
}

function line({ kind, object, message, wayOut }: Consequence): string {
  const way = wayOut === undefined ? '' : `<br>way out: ${escaped(wayOut)}`;
  return `* **${kind}** ${escaped(object)}: ${escaped(message)}${way}`;
}

function found({ object, path, message, rule }: Finding): string {
  return `${escaped(object)}: ${escaped(path)}: ${escaped(message)} (${rule})`;
}

function block(items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', ...items];
}

function details(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return ['', `<details><summary>${title} (${items.length})</summary>`, '', ...items, '', '</details>'];
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
