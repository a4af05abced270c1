import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeFiles } from '../../lib/synth/write';
import { Random } from '../fixtures/random';
import { temporaryFolder } from '../temporary-folder';

/** Compiled: what is interrupted is a process of its own. */
const WRITE = join(__dirname, '..', '..', 'build', 'lib', 'synth', 'write.js');
const FILES = 200;

jest.setTimeout(60_000);

const contentOf = (name: string, version: number) => `${name} of ${version}\n`.repeat(50);

function filesOf(version: number): Map<string, () => string> {
  // Each version has a file of its own, so that there is something to remove.
  const names = [...Array.from({ length: FILES }, (_, index) => `f${index}.yaml`), `only/${version}.yaml`];
  return new Map(names.map((name) => [name, () => contentOf(name, version)]));
}

/** Synthesises one version after the other, for ever. */
const WRITER = `
const { writeFiles } = require(${JSON.stringify(WRITE)});
const contentOf = ${contentOf};
const FILES = ${FILES};
${filesOf.toString()}
for (let version = 1; ; version += 1) {
  writeFiles(process.argv[1], filesOf(version));
  if (version === 1) require('node:fs').writeSync(1, 'started');
}`;

test('killed at any moment, each file is one of an old or of a new synth, and the next synth leaves nothing of it', async () => {
  const outdir = join(temporaryFolder(), 'dist');
  const random = new Random(1);
  for (let round = 0; round < 15; round += 1) {
    const writer = spawn(process.execPath, ['-e', WRITER, outdir], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    await setTimeout(random.below(60));
    writer.kill('SIGKILL');
    await once(writer, 'exit');

    const names = (readdirSync(outdir, { recursive: true }) as string[]).filter((name) => /^[^.]*\.yaml$/.test(name));
    expect(names.length).toBeGreaterThanOrEqual(FILES);
    for (const name of names) {
      const text = readFileSync(join(outdir, name), 'utf8');
      const version = Number(/ of (\d+)\n/.exec(text)?.[1]);
      expect(text).toBe(contentOf(name, version));
    }
    writeFiles(outdir, filesOf(0));
    const left = (readdirSync(outdir, { recursive: true }) as string[]).filter((name) => name !== 'only').sort();
    expect(left).toEqual(['.synthesized', ...filesOf(0).keys()].sort());
    expect(readFileSync(join(outdir, 'f7.yaml'), 'utf8')).toBe(contentOf('f7.yaml', 0));
  }
});

/** In a mount namespace of its own, in which a small file system may be mounted; not every machine allows it. */
function inNamespace(script: string) {
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script], { encoding: 'utf8' });
}

const testWithMounts = inNamespace('mount -t tmpfs none /mnt').status === 0 ? test : test.skip;

/** A synth that fits, something done to the disk, and a synth that can't be written: what stands then, and the error. */
function interfere(command: string, filler: string): { error: string; files: string[]; content: string } {
  const folder = temporaryFolder();
  const script = `
const { writeFiles } = require(${JSON.stringify(WRITE)});
const { readdirSync, readFileSync } = require('node:fs');
const outdir = ${JSON.stringify(folder)};
writeFiles(outdir, new Map([['a.yaml', () => 'old'], ['b.yaml', () => 'old']]));
require('node:child_process').execSync(${JSON.stringify(command.replace('FOLDER', folder))});
let error;
try {
  const filler = ${filler};
  writeFiles(outdir, new Map([['a.yaml', () => 'new'], ['b.yaml', () => filler], ['c/d.yaml', () => filler]]));
} catch (thrown) { error = thrown.message; }
console.log(JSON.stringify({ error, files: readdirSync(outdir).sort(), content: readFileSync(outdir + '/a.yaml', 'utf8') }));
`;
  const mount = `mount -t tmpfs -o size=256k none ${folder}`;
  const { stdout, stderr } = inNamespace(
    `${mount} && exec ${process.execPath} -e '${script.replaceAll("'", `'\\''`)}'`,
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

testWithMounts.each([
  ['on a full disk', 'true', "'x'.repeat(200_000)", /ENOSPC: no space left/],
  ['in a folder that is mounted read-only', 'mount -o remount,ro FOLDER', "'x'", /EROFS: read-only/],
])('%s the old output stands, and the message says so', (_where, command, filler, why) => {
  const { error, files, content } = interfere(command, filler);
  expect(error).toMatch(/^cannot write, \S+ is as it was: /);
  expect(error).toMatch(why);
  expect(files).toEqual(['.synthesized', 'a.yaml', 'b.yaml']);
  expect(content).toBe('old');
});
