import type { Located, Manifest } from '../manifest';
import { child, childItems, isSet } from './located';
import { descendingPathFaults, hasBackstep } from './path';
import { podVolumesOf } from './pod-volumes';
import { type Fault, fault, type Rule } from './rule';
import { rangeFaults, requiredFaults } from './value';

const MODES = [0, 0o777] as const;

/** Since then, the path of a token must be a local one. */
const LOCAL_TOKENS_SINCE = 30;
/** Open since then (ClusterTrustBundleProjection, PodCertificateRequest); before, the API server drops these sources. */
const CERTIFICATES_SINCE = 37;

export const volumeFile: Rule = {
  id: 'volume-file',
  severity: 'error',
  summary: 'A file of a volume has a key, a path below the volume, and permissions up to 0777.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/#KeyToPath',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const volume of podVolumesOf(set)) {
      const { manifest } = volume;
      for (const name of ['configMap', 'secret', 'downwardAPI', 'projected']) {
        yield* modeFaults(manifest, child(child(volume, name), 'defaultMode'));
      }
      yield* filesFaults(manifest, volume);
      for (const source of childItems(child(volume, 'projected'), 'sources')) {
        yield* filesFaults(manifest, source);
        yield* tokenFaults(manifest, child(source, 'serviceAccountToken'), kubernetes);
        if (kubernetes >= CERTIFICATES_SINCE) yield* certificateFaults(manifest, source);
      }
    }
  },
};

/** The files of a volume, or of one source of a projected volume. */
function* filesFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  for (const name of ['configMap', 'secret']) {
    for (const item of childItems(child(source, name), 'items')) {
      yield* requiredFaults(manifest, child(item, 'key'), `write a key of the ${name}`);
      yield* fileFaults(manifest, item);
    }
  }
  for (const item of childItems(child(source, 'downwardAPI'), 'items')) yield* fileFaults(manifest, item);
}

function* fileFaults(manifest: Manifest, item: Located): Iterable<Fault> {
  yield* pathFaults(manifest, child(item, 'path'));
  yield* modeFaults(manifest, child(item, 'mode'));
}

function* modeFaults(manifest: Manifest, mode: Located): Iterable<Fault> {
  yield* rangeFaults(manifest, mode, MODES, 'write it in octal, such as 0440, which is 288');
}

function* tokenFaults(manifest: Manifest, token: Located, minor: number): Iterable<Fault> {
  if (!isSet(token.value)) return;
  const path = child(token, 'path');
  if (minor >= LOCAL_TOKENS_SINCE) yield* pathFaults(manifest, path);
  else yield* requiredFaults(manifest, path, "write the name of the file, such as 'token'");
}

function* certificateFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const bundle = child(source, 'clusterTrustBundle');
  if (isSet(bundle.value)) yield* pathFaults(manifest, child(bundle, 'path'));
  for (const name of ['credentialBundlePath', 'keyPath', 'certificateChainPath']) {
    yield* localPathFaults(manifest, child(child(source, 'podCertificate'), name));
  }
}

function* pathFaults(manifest: Manifest, path: Located): Iterable<Fault> {
  yield* requiredFaults(manifest, path, "write the path of the file in the volume, such as 'config.yaml'");
  yield* localPathFaults(manifest, path);
}

/** Mirrors ValidateLocalNonReservedPath. */
function* localPathFaults(manifest: Manifest, path: Located): Iterable<Fault> {
  yield* descendingPathFaults(manifest, path);
  if (typeof path.value !== 'string' || !path.value.startsWith('..') || hasBackstep(path.value)) return;
  yield fault(manifest, path, "must not start with '..'", 'rename the file');
}
