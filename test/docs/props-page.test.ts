import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROPS } from '../fixtures/props';
import { propsPage } from './props-page';
import { readSurface } from './surface';

const FILE = join(__dirname, '..', '..', 'docs', 'props.md');

/** `npm run docs` writes what it would compare with. */
test('docs/props.md is up to date', () => {
  const page = propsPage(readSurface(), PROPS);
  if (process.env.DOCS === 'write') writeFileSync(FILE, page);
  expect(readFileSync(FILE, 'utf8')).toBe(page);
});
