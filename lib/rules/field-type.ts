import { show } from '../manifest';
import { describeType } from '../schema/structure';
import { fault, holdsSecret, type Rule } from './rule';
import { mismatchesIn } from './structures';

export const fieldType: Rule = {
  id: 'field-type',
  severity: 'error',
  summary: 'A value is of the type of its field: text is quoted where YAML would read a number, true or false.',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  *check(set) {
    for (const [manifest, mismatch] of mismatchesIn(set)) {
      if (mismatch.problem !== 'type') continue;
      const { type, value, path } = mismatch;
      const written = isScalar(value) ? (set.originOf(manifest)?.writtenAt(path) ?? String(value)) : undefined;
      const must = `must be ${describeType(type)}`;
      const found = written === undefined || written === String(value) ? '' : `, which YAML reads as ${value}`;
      if (holdsSecret(manifest, path)) {
        yield fault(manifest, { path, value }, must, type === 'string' ? 'quote it' : `write ${describeType(type)}`);
        continue;
      }
      yield {
        manifest,
        path,
        message: `${must}, got ${written ?? show(value)}${found}`,
        fix: wayOut(type, value, written),
      };
    }
  },
};

function isScalar(value: unknown): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** What is written counts, and not what YAML made of it: `1.10` is no `1.1`. */
function wayOut(type: string, value: unknown, written: string | undefined): string {
  if (type === 'string' && written !== undefined) return `quote it: "${written}"`;
  if (type.startsWith('[')) {
    if (typeof value === 'string') return `write a list: ${JSON.stringify(value.trim().split(/\s+/))}`;
    if (typeof value === 'object') return "begin each item with '- '";
  }
  const [, number, rest] = /^\s*(-?\d+)(.*)$/s.exec(String(value)) ?? [];
  if (typeof value === 'string' && type.startsWith('int') && number !== undefined) {
    return rest === '' ? 'write it without quotes' : `write ${number}, a number alone`;
  }
  if (typeof value === 'string' && type === 'boolean') return 'write true or false, without quotes';
  return `write ${describeType(type)}, or leave the field out`;
}
