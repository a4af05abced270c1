import { child, isSet } from './located';
import { podVolumesOf } from './pod-volumes';
import { fault, type Rule } from './rule';
import { requiredFaults, requiredListFaults } from './value';

/** What a volume can be, and what must be said of it. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  awsElasticBlockStore: ['volumeID'],
  azureDisk: ['diskName', 'diskURI'],
  azureFile: ['secretName', 'shareName'],
  cephfs: ['monitors'],
  cinder: ['volumeID'],
  configMap: ['name'],
  csi: ['driver'],
  downwardAPI: [],
  emptyDir: [],
  ephemeral: ['volumeClaimTemplate'],
  fc: [],
  flexVolume: ['driver'],
  flocker: [],
  gcePersistentDisk: ['pdName'],
  gitRepo: ['repository'],
  glusterfs: ['endpoints', 'path'],
  hostPath: ['path'],
  image: ['reference'],
  iscsi: ['targetPortal', 'iqn'],
  nfs: ['server', 'path'],
  persistentVolumeClaim: ['claimName'],
  photonPersistentDisk: ['pdID'],
  portworxVolume: ['volumeID'],
  projected: [],
  quobyte: ['registry', 'volume'],
  rbd: ['monitors', 'image'],
  scaleIO: ['gateway', 'system', 'volumeName'],
  secret: ['secretName'],
  storageos: ['volumeName'],
  vsphereVolume: ['volumePath'],
};
const LISTS = ['monitors'];

/** Until then, a template may leave the image of a volume open. */
const IMAGE_REFERENCE_SINCE = 37;

export const volumeSource: Rule = {
  id: 'volume-source',
  severity: 'error',
  summary: 'A volume is one thing, and says what Kubernetes must know to find it.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/',
  *check(set) {
    for (const volume of podVolumesOf(set)) {
      const { manifest } = volume;
      const sources = Object.keys(REQUIRED).filter((name) => isSet(child(volume, name).value));
      if (sources.length > 1) {
        const where = { path: volume.path, value: sources };
        yield fault(manifest, where, 'must have one source', 'keep one of them, or make it two volumes');
      }
      for (const name of sources) {
        const isOpen = name === 'image' && manifest.kind !== 'Pod' && set.settings.kubernetes < IMAGE_REFERENCE_SINCE;
        for (const required of isOpen ? [] : (REQUIRED[name] ?? [])) {
          const field = child(child(volume, name), required);
          const fix = `write it, or leave ${name} out`;
          yield* LISTS.includes(required)
            ? requiredListFaults(manifest, field, fix)
            : requiredFaults(manifest, field, fix);
        }
      }
    }
  },
};
