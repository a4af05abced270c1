import { minorVersion } from '../lib/schema/version';
import { InputError } from './files';

/** 29 of 1.29. */
export function minorVersionOf(version: string): number {
  try {
    return minorVersion(version);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
