import { at, fields } from '../manifest';
import { type Fault, fault, type Rule } from './rule';
import { bytesOf, type Store, secretsOf } from './stores';

/** The keys that a type wants, each of them. */
const KEYS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** Of these, an empty value is as good as none. */
const NOT_EMPTY = ['ssh-privatekey'];
const IN_JSON = ['.dockercfg', '.dockerconfigjson'];

const BASIC_AUTH = 'kubernetes.io/basic-auth';
const ACCOUNT_TOKEN = 'kubernetes.io/service-account-token';
const ACCOUNT_NAME = 'kubernetes.io/service-account.name';

export const secretType: Rule = {
  id: 'secret-type',
  severity: 'error',
  summary: 'A Secret of a type that Kubernetes knows has the keys that the type wants.',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#secret-types',
  *check(set) {
    for (const secret of secretsOf(set)) {
      const type = String(secret.manifest.type ?? '');
      if (type === ACCOUNT_TOKEN) yield* accountFaults(secret);
      if (type === BASIC_AUTH) yield* basicAuthFaults(secret);
      for (const key of Object.hasOwn(KEYS_OF_TYPE, type) ? (KEYS_OF_TYPE[type] ?? []) : []) {
        yield* keyFaults(secret, key, type);
      }
    }
  },
};

function* accountFaults({ manifest }: Store): Iterable<Fault> {
  const name = fields(at(manifest, 'metadata', 'annotations'))[ACCOUNT_NAME];
  if (name) return;
  const where = { path: `metadata.annotations[${ACCOUNT_NAME}]`, value: name };
  yield fault(
    manifest,
    where,
    `must name the ServiceAccount, since the type is ${ACCOUNT_TOKEN}`,
    'add the annotation',
  );
}

function* basicAuthFaults({ manifest, decoded }: Store): Iterable<Fault> {
  if (decoded.has('username') || decoded.has('password')) return;
  const where = { path: 'data[username]', value: undefined };
  yield fault(manifest, where, `must be set, or password, since the type is ${BASIC_AUTH}`, 'add both to stringData');
}

function* keyFaults({ manifest, decoded }: Store, key: string, type: string): Iterable<Fault> {
  const value = decoded.get(key);
  const path = `data[${key}]`;
  if (value === undefined || (NOT_EMPTY.includes(key) && bytesOf(value) === 0)) {
    const fix = `add ${key}, or leave the type out`;
    yield fault(manifest, { path, value: undefined }, `must be set, since the type is ${type}`, fix);
  } else if (IN_JSON.includes(key) && !isJsonObject(value.toString())) {
    // What is there instead may be a password: it is not shown.
    const message = 'must be an object in JSON, got other text';
    const fix = 'let kubectl write it: kubectl create secret docker-registry NAME --dry-run=client -o yaml ...';
    yield { manifest, path, message, fix };
  }
}

/** As Go reads it: `null` is an object without fields, and no number is infinite. */
function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text, (_key, each) => {
      if (typeof each === 'number' && !Number.isFinite(each)) throw new RangeError();
      return each;
    });
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
