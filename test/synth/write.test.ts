import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../lib/synth/write';
import { temporaryFolder } from '../temporary-folder';

let outdir: string;

beforeEach(() => {
  outdir = join(temporaryFolder(), 'dist');
});

const read = (name: string) => readFileSync(join(outdir, name), 'utf8');
const files = (...entries: [string, string][]) => new Map(entries.map(([name, content]) => [name, () => content]));

test('writes the files and a record of them, and nothing else', () => {
  const report = writeFiles(outdir, files(['a.yaml', 'A'], ['b/c.yaml', 'C']));
  expect(report).toEqual({ outdir, written: ['a.yaml', 'b/c.yaml'], unchanged: [], removed: [] });
  expect(read('a.yaml')).toBe('A');
  expect(read('b/c.yaml')).toBe('C');
  expect(readdirSync(outdir, { recursive: true }).sort()).toEqual(['.synthesized', 'a.yaml', 'b', 'b/c.yaml']);
});

test('leaves a file alone whose content is the same', () => {
  writeFiles(outdir, files(['a.yaml', 'A'], ['b.yaml', 'B']));
  const before = statSync(join(outdir, 'a.yaml'));
  const report = writeFiles(outdir, files(['a.yaml', 'A'], ['b.yaml', 'B2']));
  expect(report).toMatchObject({ written: ['b.yaml'], unchanged: ['a.yaml'], removed: [] });
  const after = statSync(join(outdir, 'a.yaml'));
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
});

test('removes what it made and no longer makes', () => {
  writeFiles(outdir, files(['old.yaml', 'A'], ['kept.yaml', 'B']));
  const report = writeFiles(outdir, files(['new.yaml', 'A'], ['kept.yaml', 'B']));
  expect(report).toMatchObject({ written: ['new.yaml'], unchanged: ['kept.yaml'], removed: ['old.yaml'] });
  expect(readdirSync(outdir).sort()).toEqual(['.synthesized', 'kept.yaml', 'new.yaml']);
  expect(read('.synthesized')).toBe('kept.yaml\nnew.yaml\n');
});

test('never removes a file that it did not make', () => {
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'by-hand.yaml'), 'mine');
  writeFiles(outdir, files(['a.yaml', 'A']));
  writeFiles(outdir, files());
  expect(readdirSync(outdir).sort()).toEqual(['.synthesized', 'by-hand.yaml']);
});

test('never replaces a file that it did not make, and then writes nothing', () => {
  writeFiles(outdir, files(['a.yaml', 'A']));
  writeFileSync(join(outdir, 'b.yaml'), 'mine');
  expect(() => writeFiles(outdir, files(['a.yaml', 'A2'], ['b.yaml', 'B']))).toThrow(/b\.yaml stands there already/);
  expect([read('a.yaml'), read('b.yaml')]).toEqual(['A', 'mine']);
});

test('a record that names files outside the folder removes none of them', () => {
  writeFiles(outdir, files(['a.yaml', 'A']));
  const outside = join(outdir, '..', 'outside.yaml');
  writeFileSync(outside, 'mine');
  mkdirSync(join(outdir, '..', 'elsewhere'));
  writeFileSync(join(outdir, '..', 'elsewhere', 'x.yaml'), 'mine');
  symlinkSync(join(outdir, '..', 'elsewhere'), join(outdir, 'link'));
  symlinkSync(outside, join(outdir, 'link.yaml'));
  mkdirSync(`${outdir}-too`);
  writeFileSync(join(`${outdir}-too`, 'x.yaml'), 'mine');
  symlinkSync(`${outdir}-too`, join(outdir, 'near'));
  writeFileSync(
    join(outdir, '.synthesized'),
    `../outside.yaml\n${outside}\nlink/x.yaml\nnear/x.yaml\nlink.yaml\nb/../../outside.yaml\n\n`,
  );

  const { removed } = writeFiles(outdir, files(['a.yaml', 'A']));

  expect(removed).toEqual([]);
  expect(existsSync(outside)).toBe(true);
  expect(existsSync(join(outdir, '..', 'elsewhere', 'x.yaml'))).toBe(true);
  expect(existsSync(join(`${outdir}-too`, 'x.yaml'))).toBe(true);
});

test('a folder whose last file goes, goes with it', () => {
  writeFiles(outdir, files(['chart/a.yaml', 'A'], ['other/b.yaml', 'B']));
  writeFileSync(join(outdir, 'other', 'by-hand.yaml'), 'mine');
  writeFiles(outdir, files());
  expect(readdirSync(outdir, { recursive: true }).sort()).toEqual(['.synthesized', 'other', 'other/by-hand.yaml']);
});

test('a folder that leads elsewhere is not written through', () => {
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, 'a.yaml'), 'mine');
  mkdirSync(outdir);
  symlinkSync(elsewhere, join(outdir, 'chart'));
  writeFileSync(join(outdir, '.synthesized'), 'chart/a.yaml\n');
  expect(() => writeFiles(outdir, files(['chart/a.yaml', 'A']))).toThrow(/chart is no folder of its own/);
  expect(readFileSync(join(elsewhere, 'a.yaml'), 'utf8')).toBe('mine');
});

test('a name may be as long as the file system takes', () => {
  const name = `${'a'.repeat(250)}.yaml`;
  writeFiles(outdir, files([name, 'A']));
  expect(read(name)).toBe('A');
});

test('what killed synths have left goes, but not what another machine may be writing', () => {
  const left = ['.synth-1-1-1.tmp', '.synth-1-1-2.tmp'];
  mkdirSync(outdir);
  for (const name of left) writeFileSync(join(outdir, name), '');
  const hoursAgo = Date.now() / 1000 - 7200;
  utimesSync(join(outdir, '.synth-1-1-2.tmp'), hoursAgo, hoursAgo);
  writeFiles(outdir, files(['a.yaml', 'A']));
  expect(readdirSync(outdir).sort()).toEqual(['.synth-1-1-1.tmp', '.synthesized', 'a.yaml']);
});

test('a record that git gave the line ends of Windows is read', () => {
  writeFiles(outdir, files(['a.yaml', 'A'], ['b.yaml', 'B']));
  writeFileSync(join(outdir, '.synthesized'), 'a.yaml\r\nb.yaml\r\n');
  expect(writeFiles(outdir, files(['a.yaml', 'A2']))).toMatchObject({ written: ['a.yaml'], removed: ['b.yaml'] });
});

test.each([
  ['its place is a folder', 'c.yaml'],
  ['its folder is a file', 'b.yaml/x.yaml'],
])('where one file cannot be written because %s, the old output stands as it was', (_why, name) => {
  writeFiles(outdir, files(['a.yaml', 'A'], ['b.yaml', 'B']));
  mkdirSync(join(outdir, 'c.yaml'));
  expect(() => writeFiles(outdir, files(['a.yaml', 'A2'], [name, 'X']))).toThrow(/dist is as it was: /);
  expect([read('a.yaml'), read('b.yaml'), read('.synthesized')]).toEqual(['A', 'B', 'a.yaml\nb.yaml\n']);
  expect(readdirSync(outdir).sort()).toEqual(['.synthesized', 'a.yaml', 'b.yaml', 'c.yaml']);
});
