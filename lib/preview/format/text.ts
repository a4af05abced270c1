import { printable } from '../../printable';
import type { DecisionRow } from '../decisions';
import { panelsOf } from '../panels';
import type { Preview } from '../preview';
import { aligned } from './aligned';
import { DECISION_HEAD, decisionCells, SUMMARY_LINES, sayLimits } from './cells';
import { chart } from './text-chart';

/** As many changes as one reads. */
const MOST_DECISIONS = 40;

export function text(previews: readonly Preview[]): string {
  const subjects = [...new Set(previews.map(({ subject }) => subject.name))];
  return subjects.map((name) => ofSubject(previews.filter(({ subject }) => subject.name === name))).join('\n');
}

function ofSubject(variants: readonly Preview[]): string {
  const [first] = variants;
  if (first === undefined) return '';
  const { subject, timeline, decisions } = first;
  const lines = [
    subject.name,
    ...subject.notes.map((note) => `  assumed: ${note}`),
    '',
    panelsOf(subject.setup, timeline)
      .map((panel) => chart(panel, subject.setup.duration))
      .join('\n\n'),
    '',
  ];
  lines.push(...decisionTable(decisions), '', ...summaryTable(variants), ...variants.map(limitLine));
  return `${lines.join('\n').split('\n').map(printable).join('\n')}\n`;
}

function limitLine({ variant, summary }: Preview): string {
  return `held or limited${variant === undefined ? '' : `, ${variant}`}: ${sayLimits(summary) || 'never'}`;
}

function decisionTable(decisions: readonly DecisionRow[]): string[] {
  if (decisions.length === 0) return ['The number of pods never changes.'];
  const rows = decisions.slice(0, MOST_DECISIONS).map(decisionCells);
  const more = decisions.length - rows.length;
  return [...aligned([DECISION_HEAD, ...rows]), ...(more > 0 ? [`and ${more} more changes: --json tells all`] : [])];
}

function summaryTable(variants: readonly Preview[]): string[] {
  const head = variants.length > 1 ? [['', ...variants.map(({ variant }) => variant ?? 'as it is')]] : [];
  const rows = SUMMARY_LINES.map(([name, say]) => [name, ...variants.map(({ summary }) => say(summary))]);
  return aligned([...head, ...rows.filter(([, ...cells]) => cells.some((cell) => cell !== ''))]);
}
