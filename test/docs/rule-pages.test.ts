import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACKNOWLEDGEMENT } from '../../lib/check/check';
import { YAML_SYNTAX } from '../../lib/check/files';
import { allRules } from '../../lib/rules';
import { ruleIndex, rulePage } from './rule-pages';

const FOLDER = join(__dirname, '..', '..', 'docs', 'rules');
const DESCRIBED = [...allRules(), ACKNOWLEDGEMENT, YAML_SYNTAX];
const PAGES = new Map([
  ['README', ruleIndex(DESCRIBED)],
  ...DESCRIBED.map((rule) => [rule.id, rulePage(rule)] as const),
]);

if (process.env.DOCS === 'write') {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of PAGES) writeFileSync(join(FOLDER, `${name}.md`), text);
}

test.each([...PAGES])('docs/rules/%s.md is what npm run docs writes', (name, text) => {
  const file = join(FOLDER, `${name}.md`);
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(text);
});

test('docs/rules has no page of a rule that is not there', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...PAGES.keys()].map((name) => `${name}.md`).sort());
});
