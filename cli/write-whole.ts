import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** A file to be, in a folder that is there. */
export interface WholeFile {
  readonly path: string;
  readonly contents: string | Uint8Array;
}

/**
 * Writes files, each as a whole or not at all, in their order: beside their places first, and into them once all are
 * written. What moves a file there may refuse to go over another.
 */
export function writeWhole(files: readonly WholeFile[], move: (from: string, to: string) => void = renameSync): void {
  const staged: string[] = [];
  const beside = (path: string) => `${path}.${process.pid}.tmp`;
  try {
    for (const { path, contents } of files) {
      staged.push(beside(path));
      writeFileSync(beside(path), contents);
    }
    for (const { path } of files) move(beside(path), path);
  } finally {
    for (const each of staged) rmSync(each, { force: true });
  }
}
