import type { Located, Manifest } from '../manifest';
import { child, childItems, isSet } from './located';
import { certificateFaults, trustBundleFaults } from './pod-certificate';
import { podVolumesOf } from './pod-volumes';
import { type Fault, fault, type Rule } from './rule';
import { rangeFaults, requiredFaults } from './value';

const SOURCES = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];

/** Open since then (ClusterTrustBundleProjection, PodCertificateRequest); before, the API server drops these sources. */
const CERTIFICATES_SINCE = 37;
const CERTIFICATES = ['clusterTrustBundle', 'podCertificate'];

/** In seconds: ten minutes to 2^32. */
const TOKEN_LIFETIME = [600, 2 ** 32] as const;

export const projectedVolume: Rule = {
  id: 'projected-volume',
  severity: 'error',
  summary: 'A source of a projected volume is one thing, and no two sources write the same file.',
  source: 'https://kubernetes.io/docs/concepts/storage/projected-volumes/',
  *check(set) {
    const known = SOURCES.filter(
      (name) => set.settings.kubernetes >= CERTIFICATES_SINCE || !CERTIFICATES.includes(name),
    );
    for (const volume of podVolumesOf(set)) {
      const seen = new Set<unknown>();
      for (const source of childItems(child(volume, 'projected'), 'sources')) {
        const used = known.filter((name) => isSet(child(source, name).value));
        if (used.length > 1) {
          const where = { path: source.path, value: used };
          yield fault(volume.manifest, where, 'must be one source', "begin each source with '- '");
        }
        for (const name of used) yield* sourceFaults(volume.manifest, name, child(source, name));
        for (const path of pathsOf(source, used)) {
          if (seen.has(path.value)) {
            yield fault(volume.manifest, path, 'must be a file that no other source writes', 'write another path');
          }
          seen.add(path.value);
        }
      }
    }
  },
};

function* sourceFaults(manifest: Manifest, name: string, source: Located): Iterable<Fault> {
  switch (name) {
    case 'secret':
    case 'configMap':
      yield* requiredFaults(manifest, child(source, 'name'), `write the name of the ${name}`);
      break;
    case 'serviceAccountToken': {
      const fix = 'write seconds, such as 3600, which it is when left out';
      yield* rangeFaults(manifest, child(source, 'expirationSeconds'), TOKEN_LIFETIME, fix);
      break;
    }
    case 'clusterTrustBundle':
      yield* trustBundleFaults(manifest, source);
      break;
    case 'podCertificate':
      yield* certificateFaults(manifest, source);
      break;
  }
}

/** The files that a source says that it writes; that of a token is not looked at. */
function pathsOf(source: Located, used: readonly string[]): readonly Located[] {
  const paths = used.flatMap((name) => {
    const inner = child(source, name);
    if (name === 'clusterTrustBundle') return [child(inner, 'path')];
    if (name === 'podCertificate') {
      return ['credentialBundlePath', 'keyPath', 'certificateChainPath'].map((field) => child(inner, field));
    }
    return childItems(inner, 'items').map((item) => child(item, 'path'));
  });
  return paths.filter(({ value }) => isSet(value) && value !== '');
}
