import { object, told, workload } from './objects';

const config = object('v1', 'ConfigMap', 'sentiment-config', { data: { MODEL: 'bert' } });
const secret = object('v1', 'Secret', 'sentiment-secret', { stringData: { TOKEN: 'x' } });

test.each([
  [
    'env',
    config,
    { container: { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'sentiment-conf', key: 'MODEL' } } }] } },
  ],
  ['envFrom', secret, { container: { envFrom: [{ secretRef: { name: 'sentiment-secrets' } }] } }],
  ['a volume', config, { pod: { volumes: [{ name: 'v', configMap: { name: 'sentimentconfig' } }] } }],
  ['a secret volume', secret, { pod: { volumes: [{ name: 'v', secret: { secretName: 'sentiment-secert' } }] } }],
  [
    'a projected volume',
    secret,
    { pod: { volumes: [{ name: 'v', projected: { sources: [{ secret: { name: 'sentment-secret' } }] } }] } },
  ],
  ['a pull secret', secret, { pod: { imagePullSecrets: [{ name: 'sentiment-secre' }] } }],
  [
    'a claim',
    object('v1', 'PersistentVolumeClaim', 'model-claim', {}),
    { pod: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'models-claim' } }] } },
  ],
  ['an account', object('v1', 'ServiceAccount', 'sentiment', {}), { pod: { serviceAccountName: 'sentimant' } }],
])('%s that misspells a name is told the name', (_what, meant, parts) => {
  const { name } = meant.metadata as { name: string };
  expect(told('reference-name', [meant, workload(parts)])).toEqual([expect.stringContaining(`write ${name},`)]);
});

const envFrom = (name: string, optional?: boolean) => ({
  container: { envFrom: [{ configMapRef: { name, optional } }] },
});

test.each([
  ['the name', [config, workload(envFrom('sentiment-config'))]],
  ['what is optional', [config, workload(envFrom('sentiment-conf', true))]],
  ['what stands somewhere else', [config, workload(envFrom('postgres'))]],
  ['a name of a series', [object('v1', 'ConfigMap', 'config-1', {}), workload(envFrom('config-2'))]],
  [
    'what something else uses',
    [config, workload(envFrom('sentiment-conf')), workload({ name: 'b', ...envFrom('sentiment-config') })],
  ],
  ['another kind', [secret, workload(envFrom('sentiment-secrets'))]],
])('%s: nothing is told', (_what, manifests) => {
  expect(told('reference-name', manifests)).toEqual([]);
});

const key = (name: string, kind = 'configMapKeyRef', of = 'sentiment-config', optional?: boolean) => ({
  container: { env: [{ name: 'A', valueFrom: { [kind]: { name: of, key: name, optional } } }] },
});

test.each([
  ['a misspelt key', workload(key('MODLE')), 'write MODEL'],
  ['a key that is not there', workload(key('BATCH_SIZE')), 'add the key'],
  ['a key of a Secret', workload(key('TOKENS', 'secretKeyRef', 'sentiment-secret')), 'write TOKEN'],
  [
    'a key of a volume',
    workload({
      pod: { volumes: [{ name: 'v', configMap: { name: 'sentiment-config', items: [{ key: 'MODLE', path: 'x' }] } }] },
    }),
    'volumes[0].configMap.items[0].key',
  ],
])('%s is told', (_what, pod, message) => {
  expect(told('reference-key', [config, secret, pod])).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['the key', [config, workload(key('MODEL'))]],
  ['an optional key', [config, workload(key('X', 'configMapKeyRef', 'sentiment-config', true))]],
  ['an object that is not here', [workload(key('X'))]],
  ['an object that something else fills', [object('v1', 'ConfigMap', 'sentiment-config', {}), workload(key('X'))]],
])('%s: nothing is told', (_what, manifests) => {
  expect(told('reference-key', manifests)).toEqual([]);
});
