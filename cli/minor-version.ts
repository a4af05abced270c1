import { NEWEST } from '../lib/schema/schema';
import { minorVersion } from '../lib/schema/version';
import { InputError } from './files';
import { projectSettings } from './project';

/** 29 of 1.29. */
export function minorVersionOf(version: string): number {
  try {
    return minorVersion(version);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** The version that `--kubernetes` says, or else the project, or else the newest: 29 of 1.29. */
export function kubernetesOf(said: string | undefined): number {
  const version = said ?? projectSettings().kubernetes;
  return version === undefined ? NEWEST : minorVersionOf(version);
}
