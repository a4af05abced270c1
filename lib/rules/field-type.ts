import { describeType } from '../schema/structure';
import { fault, type Rule } from './rule';
import { mismatchesIn } from './structures';

export const fieldType: Rule = {
  id: 'field-type',
  severity: 'error',
  summary: 'A value is of the type of its field: text is quoted where YAML would read a number, true or false.',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  *check(set) {
    for (const [manifest, mismatch] of mismatchesIn(set)) {
      if (mismatch.problem !== 'type') continue;
      const { type, value } = mismatch;
      yield fault(manifest, mismatch, `must be ${describeType(type)}`, wayOut(type, value));
    }
  },
};

function wayOut(type: string, value: unknown): string {
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  if (type === 'string' && isScalar) return `quote it: "${value}"`;
  if (type.startsWith('[') && typeof value === 'object') return "begin each item with '- '";
  if (typeof value === 'string' && (type.startsWith('int') || type === 'boolean')) return 'write it without quotes';
  return 'write a value of that type, or leave the field out';
}
