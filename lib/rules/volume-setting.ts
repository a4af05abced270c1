import { at, type Located, type Manifest } from '../manifest';
import { CSI_DRIVER_NAME, DNS_SUBDOMAIN } from '../names';
import { quantityOf } from '../quantity';
import { child, isSet } from './located';
import { oneOfFaults, oneOfOrEmptyFaults } from './one-of';
import { descendingPathFaults, hasBackstep } from './path';
import { type PodVolume, podVolumesOf } from './pod-volumes';
import { type Fault, fault, type Rule } from './rule';
import { type SourceCheck, STORAGE_SYSTEMS } from './storage-systems';
import { optionalFormatFaults, requiredFaults, unlessEmpty } from './value';

export const volumeSetting: Rule = {
  id: 'volume-setting',
  severity: 'error',
  summary: 'What a volume says of its source is in a form, and of the choices, that the source has.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#volume-types',
  *check(set) {
    for (const volume of podVolumesOf(set)) {
      for (const [name, faultsIn] of Object.entries(CHECKS)) {
        const source = child(volume, name);
        if (isSet(source.value)) yield* faultsIn(volume.manifest, source, volume);
      }
      if (set.settings.kubernetes < SHARED_DISK_SINCE) yield* sharedDiskFaults(volume);
    }
  },
};

const CHECKS: Readonly<Record<string, SourceCheck>> = {
  ...STORAGE_SYSTEMS,
  csi: csiFaults,
  emptyDir: emptyDirFaults,
  gitRepo: (manifest, source) => descendingPathFaults(manifest, child(source, 'directory')),
  hostPath: hostPathFaults,
  image: (manifest, source) => oneOfOrEmptyFaults(manifest, child(source, 'pullPolicy'), PULL_POLICIES),
  nfs: nfsFaults,
};

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

function* emptyDirFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const limit = child(source, 'sizeLimit');
  if ((quantityOf(limit.value) ?? 0n) >= 0n) return;
  yield fault(manifest, limit, 'must not be negative', "write the most that it may hold ('8Gi'), or leave it out");
}

function* hostPathFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const path = child(source, 'path');
  if (typeof path.value === 'string' && hasBackstep(path.value)) {
    yield fault(manifest, path, "must not contain '..'", 'write the path of the node as it is');
  }
  yield* oneOfFaults(manifest, child(source, 'type'), HOST_PATH_TYPES);
}

function* nfsFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const path = unlessEmpty(child(source, 'path'));
  if (typeof path.value !== 'string' || path.value.startsWith('/')) return;
  yield fault(manifest, path, 'must be an absolute path', 'write the path as the server exports it');
}

function* csiFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const driver = unlessEmpty(child(source, 'driver'));
  yield* optionalFormatFaults(manifest, driver, CSI_DRIVER_NAME, 'write the name of a CSIDriver');
  const secret = child(source, 'nodePublishSecretRef');
  if (!isSet(secret.value)) return;
  const name = child(secret, 'name');
  yield* requiredFaults(manifest, name, 'write the name of the Secret');
  yield* optionalFormatFaults(manifest, unlessEmpty(name), DNS_SUBDOMAIN, 'write the name of the Secret');
}

const DISK_KINDS = ['Deployment', 'ReplicaSet', 'ReplicationController'];

/** Since then, the API server takes a Google disk that several pods are to write to, and all but one of them wait. */
const SHARED_DISK_SINCE = 31;

/** Mirrors ValidateReadOnlyPersistentDisks. */
function* sharedDiskFaults(volume: PodVolume): Iterable<Fault> {
  const { manifest } = volume;
  const disk = child(volume, 'gcePersistentDisk');
  const readOnly = child(disk, 'readOnly');
  const replicas = at(manifest, 'spec', 'replicas');
  const isShared = DISK_KINDS.includes(String(manifest.kind)) && typeof replicas === 'number' && replicas > 1;
  if (!isSet(disk.value) || !isShared || readOnly.value === true) return;
  yield fault(manifest, readOnly, `must be true, since there are ${replicas} pods`, 'write readOnly: true');
}
