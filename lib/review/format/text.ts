import type { Finding } from '../../check/finding';
import { printable } from '../../check/format/printable';
import type { Review } from '../review';
import { byObject, headline } from './grouped';

/** For a terminal. */
export function text(review: Review): string {
  const objects = byObject(review).map(([object, told]) => {
    const lines = told.flatMap(({ kind, message, wayOut }) => [
      `  ${kind.padEnd(9)} ${message}`,
      ...(wayOut === undefined ? [] : [`            way out: ${wayOut}`]),
    ]);
    return [object, ...lines];
  });
  const findings = [
    ...section('Findings that this change adds', review.added),
    ...section('Findings that this change clears', review.cleared),
  ];
  const lines = [...objects.flatMap((each) => [...each, '']), ...findings, headline(review)];
  return `${lines.map(printable).join('\n')}\n`;
}

function section(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  return [
    title,
    ...findings.map(({ object, path, message, rule }) => `  ${object}: ${path}: ${message} [${rule}]`),
    '',
  ];
}
