import { isAscii } from 'node:buffer';
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import zlib from 'node:zlib';

/** Only the same V8 takes what it made of a file. */
const SUFFIX = `.${process.version}-${process.arch}.cache`;

/**
 * Loads a CommonJS file with the code that V8 made of it at an earlier start, and keeps that beside the file for the
 * next one, where it may be written: as module.enableCompileCache of Node 22. Needs Node 20.15 for the checksum; without
 * it nothing is kept.
 *
 * @see https://nodejs.org/api/vm.html#scriptcreatecacheddata
 */
export function loadWithCodeCache(file: string): unknown {
  const source = readFileSync(file);
  const cache = file + SUFFIX;
  const cachedData = readCache(cache, source);
  // Text of one byte a character is read faster.
  const text = source.toString(isAscii(source) ? 'latin1' : 'utf8');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  const script = new Script(wrapped, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  // At the end, so that it holds what was compiled while it ran.
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', () => keep(script, cache, source));
  }
  return module.exports;
}

/** V8 trusts what it is given, so the cache says in its first bytes what it was made of, and what it holds. */
const CHECKSUM_BYTES = 4;

function readCache(cache: string, source: Buffer): Buffer | undefined {
  try {
    const content = readFileSync(cache);
    const data = content.subarray(CHECKSUM_BYTES);
    return content.readUInt32LE() === checksumOf(source, data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Where nobody may write, or the disk is full, each start takes some 40 ms longer. */
function keep(script: Script, cache: string, source: Buffer): void {
  // Whole or not at all: others may start meanwhile.
  const own = `${cache}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    accessSync(dirname(cache), constants.W_OK);
    const data = script.createCachedData();
    const head = Buffer.alloc(CHECKSUM_BYTES);
    head.writeUInt32LE(checksumOf(source, data));
    writeFileSync(own, Buffer.concat([head, data]), { flag: 'wx' });
    renameSync(own, cache);
  } catch {
    try {
      rmSync(own, { force: true });
    } catch {}
  }
}

function checksumOf(source: Buffer, data: Buffer): number {
  return zlib.crc32(data, zlib.crc32(source));
}
