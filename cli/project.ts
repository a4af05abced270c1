import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from './files';

/** What a project says once for all verbs, in its package.json: `"ml-app": { "kubernetes": "1.29" }`. */
export interface ProjectSettings {
  /** The version of Kubernetes that objects are checked for. */
  readonly kubernetes?: string;
}

/** The settings of the nearest package.json, from a folder upwards. */
export function projectSettings(from = '.'): ProjectSettings {
  const file = nearestPackage(from);
  return file === undefined ? {} : settingsIn(file);
}

/** The nearest package.json, from a folder upwards. */
export function nearestPackage(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return undefined;
  }
}

function settingsIn(file: string): ProjectSettings {
  const settings = parse(file)['ml-app'] ?? {};
  const unknown = Object.keys(settings).filter((key) => key !== 'kubernetes');
  if (unknown.length > 0) throw new InputError(`${file}: "ml-app" knows only "kubernetes", got "${unknown[0]}"`);
  return settings;
}

function parse(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${(error as Error).message}`);
  }
}
