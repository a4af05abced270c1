import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Only the same V8 takes what it made of a file. */
const SUFFIX = `.${process.version}-${process.arch}.cache`;

/**
 * Loads a CommonJS file with the code that V8 made of it at an earlier start, and keeps that beside the file for the
 * next one, where it may be written. As module.enableCompileCache of Node 22 does, which Node 20 does not have.
 *
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function loadWithCodeCache(file: string): unknown {
  // A check of a thousand files ends before much of the code is worth to be optimised: a quarter less time.
  setFlagsFromString('--interrupt-budget=500000');
  const cache = file + SUFFIX;
  const cachedData = readIfThere(cache);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(wrapped, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  // At the end, so that it holds what was compiled while it ran.
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(script, cache));
  return module.exports;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: others may start meanwhile. */
function keep(script: Script, cache: string): void {
  try {
    const own = `${cache}.${process.pid}`;
    writeFileSync(own, script.createCachedData());
    renameSync(own, cache);
  } catch {
    // Installed where nobody may write: the next start takes a little longer.
  }
}
