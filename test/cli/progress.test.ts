import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BUILD = join(__dirname, '..', '..', 'build');

/** A terminal that notes what is drawn on it, while a synth is at work for some time. */
function drawn(milliseconds: number, isTTY: boolean): string[] {
  const script = `
const { channel } = require('node:diagnostics_channel');
const { showProgress } = require('${BUILD}/cli/progress.js');
const { tell } = require('${BUILD}/lib/synth/progress.js');
const drawn = [];
const terminal = { isTTY: ${isTTY}, columns: 80, rows: 24, write: (text) => drawn.push(text) };
showProgress(terminal).then((clear) => {
  const end = performance.now() + ${milliseconds};
  for (let done = 0; performance.now() < end; done += 1) tell('writing files', done, 99);
  clear();
  console.log(JSON.stringify(drawn));
});`;
  return JSON.parse(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout);
}

test('what takes longer than a second is told on a terminal, and taken away', () => {
  const [first, ...others] = drawn(1300, true);
  expect(first).toMatch(/writing files: \d+ of 99, 1 s\n/);
  // Some ten a second, and the last one clears the line.
  expect(others.length).toBeLessThan(6);
  expect(others.at(-1)).not.toContain('writing');
});

test('a short synth says nothing, nor does one that nobody watches', () => {
  expect(drawn(300, true)).toEqual([]);
  expect(drawn(1300, false)).toEqual([]);
});
