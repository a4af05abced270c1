import { type Manifest, nameOf, namespaceOf } from '../manifest';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';
import { type Fault, fault } from './rule';

/** Each object that has stood before, with the one before it. */
export const repeatedIn = onceASet((set): readonly (readonly [Manifest, Manifest])[] => Array.from(findRepeated(set)));

function* findRepeated({ manifests }: ManifestSet): Iterable<readonly [Manifest, Manifest]> {
  const seen = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const identity = identityOf(manifest);
    const earlier = seen.get(identity);
    if (earlier !== undefined) yield [manifest, earlier];
    seen.set(identity, manifest);
  }
}

export function repeatedFault(manifest: Manifest): Fault {
  return fault(
    manifest,
    { path: 'metadata.name', value: nameOf(manifest) },
    `must be the only ${manifest.kind} of this name in its namespace, since the later apply overwrites the earlier`,
    'give each app a name of its own',
  );
}

function identityOf(manifest: Manifest): string {
  const version = String(manifest.apiVersion);
  const group = version.slice(0, Math.max(0, version.lastIndexOf('/')));
  return `${group}|${manifest.kind}|${namespaceOf(manifest) ?? ''}|${nameOf(manifest)}`;
}
