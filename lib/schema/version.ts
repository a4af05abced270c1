import { NEWEST, OLDEST } from './schema';

/** The minor version of a text such as `1.29`: 29. Throws where it is none that is known. */
export function minorVersion(text: string): number {
  const [, minor] = /^v?1\.(\d+)(?:\.\d+)?$/.exec(text) ?? [];
  const version = Number(minor);
  if (minor !== undefined && version >= OLDEST && version <= NEWEST) return version;
  throw new Error(
    `the Kubernetes version must be one from 1.${OLDEST} to 1.${NEWEST}, got ${JSON.stringify(text)}; ` +
      `write 1.${NEWEST} for a newer one`,
  );
}
