import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckReport, checkFiles } from '../../lib/check/files';
import { NEWEST } from '../../lib/schema/schema';

const FOLDER = join(__dirname, '..', 'fixtures', 'rules');

/** An example of a rule: YAML that it finds something in, or YAML that is as it should be. */
export type Side = 'wrong' | 'right';

/** The text of an example: test/fixtures/rules/RULE.wrong.yaml. */
export function exampleOf(rule: string, side: Side): string | undefined {
  const file = join(FOLDER, `${rule}.${side}.yaml`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What a check of an example finds, as if it were one file of a folder. */
export function checkExample(rule: string, side: Side, kubernetes: number = NEWEST): CheckReport {
  return checkFiles([{ name: `${rule}.yaml`, content: exampleOf(rule, side) ?? '' }], { kubernetes });
}
