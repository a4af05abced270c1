import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../cli/write-whole';
import { temporaryFolder } from '../temporary-folder';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), 'old');
});

const named = (name: string) => ({ path: join(folder, name), contents: 'new' });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('files are there as a whole, and nothing beside them', () => {
  writeWhole([named('a'), named('b')]);
  expect([read('a'), read('b'), readdirSync(folder)]).toEqual(['new', 'new', ['a', 'b']]);
});

test('where one can not be written, none is, and nothing is left', () => {
  expect(() => writeWhole([named('a'), named('nowhere/b')])).toThrow('ENOENT');
  expect([read('a'), readdirSync(folder)]).toEqual(['old', ['a']]);
});

test('a move that goes over no file leaves what is there', () => {
  expect(() => writeWhole([named('a')], linkSync)).toThrow('EEXIST');
  expect([read('a'), readdirSync(folder)]).toEqual(['old', ['a']]);
});
