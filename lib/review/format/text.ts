import { printable } from '../../check/format/printable';
import { aligned } from '../../preview/format/aligned';
import type { Review } from '../review';
import { byApp, headline, type Told } from './grouped';
import { loadTable } from './load-table';

/** For a terminal. */
export function text(review: Review): string {
  const apps = byApp(review).map(({ title, told }) => [title, ...told.flatMap(linesOf), '']);
  const loads = (review.loads ?? []).map((load) => [
    `${load.name}, under the load`,
    ...aligned(loadTable(load)).map((row) => `  ${row}`),
    '',
  ]);
  const lines = [...[...apps, ...loads].flat(), headline(review)];
  return `${lines.map(printable).join('\n')}\n`;
}

function linesOf({ kind, object, message, wayOut }: Told): string[] {
  return [
    `  ${kind.padEnd(9)} ${object === undefined ? '' : `${object}: `}${message}`,
    ...(wayOut === undefined ? [] : [`            way out: ${wayOut}`]),
  ];
}
