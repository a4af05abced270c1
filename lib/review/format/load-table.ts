import { SUMMARY_LINES } from '../../preview/format/cells';
import type { ReviewedLoad } from '../load';

/** What a load comes to, line by line, before and after; what neither side can tell is left out. */
export function loadTable({ before, after }: ReviewedLoad): string[][] {
  const rows = SUMMARY_LINES.map(([name, say]) => [
    name,
    before === undefined ? '' : say(before),
    after === undefined ? '' : say(after),
  ]);
  return [['', 'before', 'after'], ...rows.filter(([, ...cells]) => cells.some((cell) => cell !== ''))];
}
