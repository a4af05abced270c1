import { fields, items, type Located, type Manifest } from '../manifest';
import { DNS_LABEL } from '../names';
import { child, childEntries, isSet } from './located';
import { oneOfFaults } from './one-of';
import type { PodVolume } from './pod-volumes';
import { type Fault, fault } from './rule';
import { optionalFormatFaults, rangeFaults, requiredFaults, unlessEmpty } from './value';

/** What is wrong with a source of a volume that is not wrong with one of another kind. Mirrors validateVolumeSource. */
export type SourceCheck = (manifest: Manifest, source: Located, volume: PodVolume) => Iterable<Fault>;

/** The checks of the storage systems that have volumes of their own in the API, from the time before CSI. */
export const STORAGE_SYSTEMS: Readonly<Record<string, SourceCheck>> = {
  awsElasticBlockStore: partitionFaults,
  azureDisk: azureDiskFaults,
  cinder: secretFaults,
  fc: fibreChannelFaults,
  flexVolume: flexVolumeFaults,
  flocker: flockerFaults,
  gcePersistentDisk: partitionFaults,
  iscsi: iscsiFaults,
  quobyte: quobyteFaults,
  storageos: storageOsFaults,
};

function* secretFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const secret = child(source, 'secretRef');
  if (isSet(secret.value)) yield* requiredFaults(manifest, child(secret, 'name'), 'write the name of the Secret');
}

function* partitionFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  yield* rangeFaults(manifest, child(source, 'partition'), [0, 255], 'leave it out for the whole disk');
}

function* azureDiskFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  yield* oneOfFaults(manifest, child(source, 'cachingMode'), ['None', 'ReadOnly', 'ReadWrite']);
  const kind = child(source, 'kind');
  yield* oneOfFaults(manifest, kind, ['Dedicated', 'Managed', 'Shared']);
  const uri = unlessEmpty(child(source, 'diskURI'));
  const start = kind.value === 'Managed' ? '/subscriptions/' : 'https://';
  if (typeof uri.value !== 'string' || uri.value.startsWith(start)) return;
  const must = `must start with ${start} for a disk of the kind ${kind.value ?? 'Shared'}`;
  yield fault(manifest, uri, must, 'write kind: Managed for a managed disk, or the URI of the blob');
}

function* fibreChannelFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const { targetWWNs, wwids } = fields(source.value);
  const [targets, ids] = [items(targetWWNs).length, items(wwids).length];
  if (targets > 0 === ids > 0) {
    yield fault(manifest, source, 'must have either targetWWNs or wwids', 'write one of the two');
  }
  if (targets === 0) return;
  const lun = child(source, 'lun');
  if (!isSet(lun.value)) yield fault(manifest, lun, 'must be set beside targetWWNs', 'write the number of the unit');
  yield* rangeFaults(manifest, lun, [0, 255], 'write the number of the unit');
}

function* flexVolumeFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  for (const option of childEntries(source, 'options')) {
    const [domain = ''] = option.key.toLowerCase().split('/');
    if (!/(^|\.)(kubernetes|k8s)\.io$/.test(domain)) continue;
    const where = { path: option.path, value: option.key };
    yield fault(manifest, where, 'must not be an option of Kubernetes itself', 'leave it out');
  }
}

function* flockerFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const name = unlessEmpty(child(source, 'datasetName'));
  const uuid = unlessEmpty(child(source, 'datasetUUID'));
  if (isSet(name.value) === isSet(uuid.value)) {
    yield fault(manifest, source, 'must have either datasetName or datasetUUID', 'write one of the two');
  }
  if (String(name.value ?? '').includes('/')) {
    yield fault(manifest, name, "must not contain '/'", 'write the name of the dataset');
  }
}

/** The longest volume name and portal together, with ':' between them, that an initiator can be made from. */
const MAX_INITIATOR_LENGTH = 64;

function* iscsiFaults(manifest: Manifest, source: Located, volume: PodVolume): Iterable<Fault> {
  const initiator = child(source, 'initiatorName');
  for (const name of [unlessEmpty(child(source, 'iqn')), initiator]) {
    if (typeof name.value !== 'string' || isIscsiName(name.value)) continue;
    yield fault(manifest, name, 'must be an iSCSI name', "write it as 'iqn.2026-01.com.example:storage'");
  }
  yield* rangeFaults(manifest, child(source, 'lun'), [0, 255], 'write the number of the unit');
  const { chapAuthDiscovery, chapAuthSession, secretRef, targetPortal } = fields(source.value);
  if ((chapAuthDiscovery === true || chapAuthSession === true) && !isSet(secretRef)) {
    yield fault(manifest, child(source, 'secretRef'), 'must be set for CHAP', 'name the Secret with the passwords');
  }
  const name = child(volume, 'name');
  const together = Buffer.byteLength(`${name.value ?? ''}:${targetPortal ?? ''}`);
  if (isSet(initiator.value) && together > MAX_INITIATOR_LENGTH) {
    const must = `must have at most ${MAX_INITIATOR_LENGTH} characters together with ':' and the targetPortal`;
    yield fault(manifest, name, must, 'shorten the name of the volume');
  }
}

const ISCSI_QUALIFIED_NAME = /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\t\n\f\r ]+$/;
const OTHER_ISCSI_NAME = /^(eui.[A-Za-z0-9]{16}|naa.[A-Za-z0-9]{32})$/;

function isIscsiName(text: string): boolean {
  return (text.startsWith('iqn') && ISCSI_QUALIFIED_NAME.test(text)) || OTHER_ISCSI_NAME.test(text);
}

const MAX_TENANT_LENGTH = 64;

function* quobyteFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const tenant = child(source, 'tenant');
  if (typeof tenant.value === 'string' && Buffer.byteLength(tenant.value) > MAX_TENANT_LENGTH) {
    yield fault(manifest, tenant, `must have at most ${MAX_TENANT_LENGTH} characters`, 'write the UUID of the tenant');
  }
  const registry = unlessEmpty(child(source, 'registry'));
  if (typeof registry.value !== 'string' || registry.value.split(',').every(isHostAndPort)) return;
  yield fault(manifest, registry, 'must be HOST:PORT, or several of them', "write it as 'quobyte.local:7861'");
}

/** Mirrors net.SplitHostPort, which asks nothing of the port. */
function isHostAndPort(text: string): boolean {
  return /^(\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(text);
}

function* storageOsFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  for (const name of ['volumeName', 'volumeNamespace']) {
    yield* optionalFormatFaults(manifest, unlessEmpty(child(source, name)), DNS_LABEL, 'write the name of the volume');
  }
  yield* secretFaults(manifest, source);
}
