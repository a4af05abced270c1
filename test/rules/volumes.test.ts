import { downwardApiVolume } from '../../lib/rules/downward-api-volume';
import { ephemeralVolume } from '../../lib/rules/ephemeral-volume';
import { projectedVolume } from '../../lib/rules/projected-volume';
import { volumeFile } from '../../lib/rules/volume-file';
import { volumeName } from '../../lib/rules/volume-name';
import { volumeSetting } from '../../lib/rules/volume-setting';
import { volumeSource } from '../../lib/rules/volume-source';
import { lonePod, toldOfPod, toldOfVolume } from './pods';
import { told, workload } from './told';

test('volumes have names, each its own', () => {
  const volumes = [{ name: 'a' }, { name: 'a' }, { name: 'A' }, {}, null];
  expect(toldOfPod(volumeName, { volumes })).toEqual([1, 2, 3, 4, 4].map((index) => `volumes[${index}].name`));
});

test('an image is no volume before 1.35, whatever it is called', () => {
  const volumes = [{ name: 'A', image: {}, emptyDir: {} }];
  expect(toldOfPod(volumeName, { volumes }, 34)).toEqual([]);
  expect(toldOfPod(volumeSource, { volumes }, 34)).toEqual([]);
  expect(toldOfPod(volumeName, { volumes }, 35)).toEqual(['volumes[0].name']);
});

describe('a volume', () => {
  test.each([{}, { emptyDir: {} }, { emptyDir: null, secret: { secretName: 'a' } }, { fc: {} }])(
    'may be %j',
    (volume) => {
      expect(toldOfVolume(volumeSource, volume)).toEqual([]);
    },
  );

  test('is one thing', () => {
    const volumes = [{ name: 'a', emptyDir: {}, downwardAPI: {} }];
    expect(toldOfPod(volumeSource, { volumes })).toEqual(['volumes[0]']);
  });

  test.each([
    ['awsElasticBlockStore', ['volumeID']],
    ['azureDisk', ['diskName', 'diskURI']],
    ['azureFile', ['secretName', 'shareName']],
    ['cephfs', ['monitors']],
    ['cinder', ['volumeID']],
    ['configMap', ['name']],
    ['csi', ['driver']],
    ['ephemeral', ['volumeClaimTemplate']],
    ['flexVolume', ['driver']],
    ['gcePersistentDisk', ['pdName']],
    ['gitRepo', ['repository']],
    ['glusterfs', ['endpoints', 'path']],
    ['hostPath', ['path']],
    ['image', ['reference']],
    ['iscsi', ['targetPortal', 'iqn']],
    ['nfs', ['server', 'path']],
    ['persistentVolumeClaim', ['claimName']],
    ['photonPersistentDisk', ['pdID']],
    ['portworxVolume', ['volumeID']],
    ['quobyte', ['registry', 'volume']],
    ['rbd', ['monitors', 'image']],
    ['scaleIO', ['gateway', 'system', 'volumeName']],
    ['secret', ['secretName']],
    ['storageos', ['volumeName']],
    ['vsphereVolume', ['volumePath']],
  ])('of the kind %s says what Kubernetes must know', (source, required) => {
    expect(toldOfVolume(volumeSource, { [source]: {} })).toEqual(required.map((name) => `${source}.${name}`));
  });

  test('of a template may leave its image open before 1.37, that of a Pod may not', () => {
    expect(toldOfVolume(volumeSource, { image: {} }, 36)).toEqual([]);
    expect(told(volumeSource, lonePod({ volumes: [{ name: 'a', image: {} }] }), 36)).toEqual([
      'spec.volumes[0].image.reference',
    ]);
  });
});

describe('of a volume', () => {
  const iqn = 'iqn.2001-04.com.example:storage';
  const iscsi = { targetPortal: '10.0.0.1', iqn };

  test.each([
    [{ emptyDir: { sizeLimit: '0' } }, []],
    [{ emptyDir: { sizeLimit: -1 } }, ['sizeLimit']],
    [{ hostPath: { path: '/a..b', type: '' } }, []],
    [{ hostPath: { path: '/a/../b' } }, ['path']],
    [{ hostPath: { path: '/a', type: 'Folder' } }, ['type']],
    [{ nfs: { path: 'a' } }, ['path']],
    [{ csi: { driver: 'CSI.example.com', nodePublishSecretRef: { name: 'a' } } }, []],
    [{ csi: { driver: 'a_b' } }, ['driver']],
    [{ csi: { driver: 'a'.repeat(64) } }, ['driver']],
    [{ csi: { driver: 'a', nodePublishSecretRef: {} } }, ['nodePublishSecretRef.name']],
    [{ csi: { driver: 'a', nodePublishSecretRef: { name: 'A' } } }, ['nodePublishSecretRef.name']],
    [{ gitRepo: { directory: '/a' } }, ['directory']],
    [{ image: { pullPolicy: '' } }, []],
    [{ image: { pullPolicy: 'Sometimes' } }, ['pullPolicy']],
    [{ gcePersistentDisk: { partition: 256 } }, ['partition']],
    [{ awsElasticBlockStore: { partition: -1 } }, ['partition']],
    [{ azureDisk: { diskURI: 'https://a' } }, []],
    [{ azureDisk: { diskURI: '/subscriptions/a', kind: 'Managed' } }, []],
    [{ azureDisk: { diskURI: '/subscriptions/a' } }, ['diskURI']],
    [{ azureDisk: { diskURI: 'https://a', kind: 'Managed' } }, ['diskURI']],
    [{ azureDisk: { diskURI: 'https://a', kind: 'Own', cachingMode: '' } }, ['cachingMode', 'kind']],
    [{ cinder: { secretRef: {} } }, ['secretRef.name']],
    [{ fc: { wwids: ['a'] } }, []],
    [{ fc: { targetWWNs: ['a'], lun: 255 } }, []],
    [{ fc: {} }, ['']],
    [{ fc: { targetWWNs: ['a'], wwids: ['b'], lun: 0 } }, ['']],
    [{ fc: { targetWWNs: ['a'] } }, ['lun']],
    [{ fc: { targetWWNs: ['a'], lun: 256 } }, ['lun']],
    [{ flexVolume: { options: { a: '1', 'example.com/a': '2', 'xk8s.io/a': '3' } } }, []],
    [
      { flexVolume: { options: { 'K8s.io/a': '1', 'a.kubernetes.io': '2' } } },
      ['options[K8s.io/a]', 'options[a.kubernetes.io]'],
    ],
    [{ flocker: { datasetName: 'a' } }, []],
    [{ flocker: {} }, ['']],
    [{ flocker: { datasetName: 'a/b', datasetUUID: 'c' } }, ['', 'datasetName']],
    [{ iscsi }, []],
    [{ iscsi: { ...iscsi, iqn: 'eui.0123456789abcdef', lun: 255 } }, []],
    [{ iscsi: { ...iscsi, iqn: `naa.${'0'.repeat(32)}` } }, []],
    [{ iscsi: { ...iscsi, iqn: 'iqn.2001-4.com.example:a' } }, ['iqn']],
    [{ iscsi: { ...iscsi, iqn: 'disk' } }, ['iqn']],
    [{ iscsi: { ...iscsi, lun: 256 } }, ['lun']],
    [{ iscsi: { ...iscsi, chapAuthSession: true } }, ['secretRef']],
    [{ iscsi: { ...iscsi, initiatorName: 'a' } }, ['initiatorName']],
    [{ iscsi: { ...iscsi, initiatorName: iqn, targetPortal: 'a'.repeat(58) } }, []],
    [{ iscsi: { ...iscsi, initiatorName: iqn, targetPortal: 'a'.repeat(59) } }, ['name']],
    [{ quobyte: { registry: 'a:1,[::1]:2,:' } }, []],
    [{ quobyte: { registry: 'a:1,b' } }, ['registry']],
    [{ quobyte: { tenant: 'a'.repeat(65) } }, ['tenant']],
    [{ storageos: { volumeName: 'a', volumeNamespace: 'b', secretRef: { name: 'c' } } }, []],
    [
      { storageos: { volumeName: 'a.b', volumeNamespace: 'B', secretRef: {} } },
      ['volumeName', 'volumeNamespace', 'secretRef.name'],
    ],
  ])('the settings are judged: %j', (volume, paths) => {
    const [source = ''] = Object.keys(volume);
    const found = toldOfVolume(volumeSetting, volume).map((path) => path.replace(new RegExp(`^${source}\\.?`), ''));
    expect(found).toEqual(paths);
  });

  test('a Google disk is read-only under several pods, until 1.30', () => {
    const template = { spec: { volumes: [{ name: 'a', gcePersistentDisk: { pdName: 'a' } }] } };
    const shared = workload('Deployment', { replicas: 2, template });
    expect(told(volumeSetting, shared, 30)).toEqual(['spec.template.spec.volumes[0].gcePersistentDisk.readOnly']);
    expect(told(volumeSetting, shared, 31)).toEqual([]);
    expect(told(volumeSetting, workload('Deployment', { template }), 30)).toEqual([]);
    expect(told(volumeSetting, workload('DaemonSet', { replicas: 2, template }), 30)).toEqual([]);
  });
});

describe('a file of a volume', () => {
  test.each([
    [{ key: 'a', path: 'a' }, []],
    [{ key: 'a', path: 'a..b/.c', mode: 0 }, []],
    [{ key: 'a', path: 'a', mode: 0o777 }, []],
    [{ key: 'a', path: 'a', mode: 0o1000 }, ['mode']],
    [{ key: 'a', path: 'a', mode: -1 }, ['mode']],
    [{ path: 'a' }, ['key']],
    [{ key: 'a' }, ['path']],
    [{ key: 'a', path: '/a' }, ['path']],
    [{ key: 'a', path: 'a/..' }, ['path']],
    [{ key: 'a', path: '..a' }, ['path']],
  ])('%j', (item, paths) => {
    for (const source of ['configMap', 'secret']) {
      const found = toldOfVolume(volumeFile, { [source]: { items: [item] } });
      expect(found).toEqual(paths.map((path) => `${source}.items[0].${path}`));
    }
    const sources = [{ configMap: { items: [item] } }];
    expect(toldOfVolume(volumeFile, { projected: { sources } })).toEqual(
      paths.map((path) => `projected.sources[0].configMap.items[0].${path}`),
    );
  });

  test.each(['configMap', 'secret', 'downwardAPI', 'projected'])('has no more than all permissions by %s', (source) => {
    expect(toldOfVolume(volumeFile, { [source]: { defaultMode: 0o777 } })).toEqual([]);
    expect(toldOfVolume(volumeFile, { [source]: { defaultMode: 777 } })).toEqual([`${source}.defaultMode`]);
  });

  test('of a token is local since 1.30', () => {
    const at = (path: string, minor: number) =>
      toldOfVolume(volumeFile, { projected: { sources: [{ serviceAccountToken: { path } }] } }, minor);
    const path = 'projected.sources[0].serviceAccountToken.path';
    expect(at('', 29)).toEqual([path]);
    expect(at('../a', 29)).toEqual([]);
    expect(at('../a', 30)).toEqual([path]);
  });

  test('of a certificate is local since there are such', () => {
    const sources = [{ clusterTrustBundle: {} }, { podCertificate: { keyPath: '/a' } }];
    expect(toldOfVolume(volumeFile, { projected: { sources } }, 36)).toEqual([]);
    expect(toldOfVolume(volumeFile, { projected: { sources } }, 37)).toEqual([
      'projected.sources[0].clusterTrustBundle.path',
      'projected.sources[1].podCertificate.keyPath',
    ]);
  });
});

describe('a projected volume', () => {
  const projecting = (...sources: unknown[]) => ({ projected: { sources } });

  test.each([
    [[{ secret: { name: 'a' } }, { configMap: { name: 'a' } }, { downwardAPI: {} }, {}, null], []],
    [[{ serviceAccountToken: { path: 'a' } }, { serviceAccountToken: { path: 'a', expirationSeconds: 600 } }], []],
    [[{ secret: { name: 'a' }, configMap: { name: 'a' } }], ['']],
    [[{ secret: {} }], ['.secret.name']],
    [[{ configMap: { name: '' } }], ['.configMap.name']],
    [[{ serviceAccountToken: { expirationSeconds: 599 } }], ['.serviceAccountToken.expirationSeconds']],
    [[{ serviceAccountToken: { expirationSeconds: 2 ** 32 } }], []],
    [[{ serviceAccountToken: { expirationSeconds: 2 ** 32 + 1 } }], ['.serviceAccountToken.expirationSeconds']],
  ])('of %j', (sources, paths) => {
    expect(toldOfVolume(projectedVolume, projecting(...sources))).toEqual(
      paths.map((path) => `projected.sources[0]${path}`),
    );
  });

  test('writes no file twice', () => {
    const sources = [
      { secret: { name: 'a', items: [{ key: 'a', path: 'a' }] } },
      { downwardAPI: { items: [{ path: 'a' }] } },
      { serviceAccountToken: { path: 'a' } },
      { clusterTrustBundle: { name: 'a', path: 'a' } },
    ];
    const paths = ['1].downwardAPI.items[0]', '3].clusterTrustBundle'].map((each) => `projected.sources[${each}.path`);
    expect(toldOfVolume(projectedVolume, projecting(...sources))).toEqual(paths);
    expect(toldOfVolume(projectedVolume, projecting(...sources), 36)).toEqual(paths.slice(0, 1));
  });

  test.each([
    [{ name: 'a.b' }, []],
    [{ name: 'example.com:signer:a' }, []],
    [{ signerName: 'example.com/signer', labelSelector: {} }, []],
    [{}, ['']],
    [{ name: 'a', signerName: 'example.com/a' }, ['']],
    [{ name: '' }, ['.name']],
    [{ name: 'a/b:c' }, ['.name']],
    [{ name: ':a' }, ['.name']],
    [{ name: 'a', labelSelector: {} }, ['.labelSelector']],
    [{ signerName: 'a/b' }, ['.signerName']],
    [{ signerName: 'example.com/a/b' }, ['.signerName']],
  ])('shows the trust bundle %j', (bundle, paths) => {
    const volume = projecting({ clusterTrustBundle: bundle });
    expect(toldOfVolume(projectedVolume, volume)).toEqual(
      paths.map((path) => `projected.sources[0].clusterTrustBundle${path}`),
    );
    expect(toldOfVolume(projectedVolume, volume, 36)).toEqual([]);
  });

  const certificate = { signerName: 'example.com/a', keyType: 'ED25519', credentialBundlePath: 'a' };
  test.each([
    [{}, []],
    [{ maxExpirationSeconds: 7_862_400, userAnnotations: { 'Example.com/a': 'b' } }, []],
    [{ maxExpirationSeconds: 3599 }, ['.maxExpirationSeconds']],
    [{ signerName: 'kubernetes.io/a', maxExpirationSeconds: 86_400 }, []],
    [{ signerName: 'a.kubernetes.io/a', maxExpirationSeconds: 86_401 }, ['.maxExpirationSeconds']],
    [{ signerName: '' }, ['.signerName']],
    [{ keyType: 'RSA2048' }, ['.keyType']],
    [{ userAnnotations: { a: 'b' } }, ['.userAnnotations[a]']],
    [{ credentialBundlePath: '' }, ['']],
  ])('asks for a certificate with %j', (change, paths) => {
    expect(toldOfVolume(projectedVolume, projecting({ podCertificate: { ...certificate, ...change } }))).toEqual(
      paths.map((path) => `projected.sources[0].podCertificate${path}`),
    );
  });
});

describe('a file of the downward API', () => {
  const cpu = { containerName: 'server', resource: 'limits.cpu' };

  test.each([
    [{ fieldRef: { fieldPath: 'metadata.name' } }, []],
    [{ fieldRef: { apiVersion: '', fieldPath: "metadata.labels['a']" } }, []],
    [{ fieldRef: { fieldPath: "metadata.annotations['Example.com/A']" } }, []],
    [{ resourceFieldRef: cpu }, []],
    [{}, ['']],
    [{ fieldRef: { fieldPath: 'metadata.name' }, resourceFieldRef: cpu }, ['']],
    [{ fieldRef: { fieldPath: 'status.podIP' } }, ['.fieldRef.fieldPath']],
    [{ fieldRef: {} }, ['.fieldRef.fieldPath']],
    [{ fieldRef: { fieldPath: "metadata.labels['']" } }, ['.fieldRef.fieldPath']],
    [{ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }, ['.fieldRef.apiVersion']],
    [{ resourceFieldRef: { resource: 'limits.cpu' } }, ['.resourceFieldRef.containerName']],
    [{ resourceFieldRef: { ...cpu, resource: 'limits.gpu' } }, ['.resourceFieldRef.resource']],
    [{ resourceFieldRef: { ...cpu, divisor: '2' } }, ['.resourceFieldRef.divisor']],
  ])('from %j', (item, paths) => {
    const items = [{ path: 'a', ...item }];
    const expected = paths.map((path) => `downwardAPI.items[0]${path}`);
    expect(toldOfVolume(downwardApiVolume, { downwardAPI: { items } })).toEqual(expected);
    const sources = [{ downwardAPI: { items } }];
    expect(toldOfVolume(downwardApiVolume, { projected: { sources } })).toEqual(
      expected.map((path) => `projected.sources[0].${path}`),
    );
  });
});

describe('an ephemeral volume', () => {
  const made = (metadata: unknown) => ({ ephemeral: { volumeClaimTemplate: { metadata } } });

  test.each([
    [{ labels: { a: 'b' }, annotations: { 'Example.com/a': 'b c' } }, []],
    [{ name: '', creationTimestamp: null, generation: 0 }, []],
    [
      { name: 'a', deletionGracePeriodSeconds: 0, finalizers: [] },
      ['name', 'deletionGracePeriodSeconds', 'finalizers'],
    ],
    [{ labels: { a: 'b c' }, annotations: { 'a b': '' } }, ['labels[a]', 'annotations[a b]']],
  ])('has the metadata %j', (metadata, paths) => {
    const prefix = 'ephemeral.volumeClaimTemplate.metadata.';
    expect(toldOfVolume(ephemeralVolume, made(metadata))).toEqual(paths.map((path) => `${prefix}${path}`));
  });

  test('of a Pod makes a claim that no other volume names', () => {
    const cache = { name: 'cache', ...made({}) };
    const other = { name: 'other', persistentVolumeClaim: { claimName: 'model-cache' } };
    expect(told(ephemeralVolume, lonePod({ volumes: [cache, other] }))).toEqual([
      'spec.volumes[1].persistentVolumeClaim.claimName',
    ]);
    expect(toldOfPod(ephemeralVolume, { volumes: [cache, other] })).toEqual([]);
    const long = lonePod({ volumes: [cache] }, { name: 'a'.repeat(250) });
    expect(told(ephemeralVolume, long)).toEqual(['spec.volumes[0].name']);
  });
});
