import { type Manifest, nameOf, namespaceOf } from '../manifest';
import { fault, type Rule } from './rule';

export const duplicateObject: Rule = {
  id: 'duplicate-object',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check(manifests) {
    const seen = new Set<string>();
    for (const manifest of manifests) {
      const identity = identityOf(manifest);
      if (seen.has(identity)) {
        yield fault(
          manifest,
          { path: 'metadata.name', value: nameOf(manifest) },
          `must be the only ${manifest.kind} of this name in its namespace, since the later apply overwrites the earlier`,
          'give each app a name of its own',
        );
      }
      seen.add(identity);
    }
  },
};

function identityOf(manifest: Manifest): string {
  const group = String(manifest.apiVersion).replace(/\/?[^/]*$/, '');
  return [group, manifest.kind, namespaceOf(manifest) ?? '', nameOf(manifest)].join('|');
}
