import { at, fields, type Manifest } from '../manifest';
import {
  CRON_JOB_NAME,
  DNS_LABEL,
  DNS_LABEL_1035,
  DNS_SUBDOMAIN,
  JOB_NAME,
  maskTrailingDash,
  type NameFormat,
  PATH_SEGMENT,
} from '../names';
import { typeOfKind } from '../schema/schema';
import { isBuiltIn } from './api-version';
import { isClusterScoped } from './cluster-scope';
import { type Fault, fault, type Rule } from './rule';

export const objectName: Rule = {
  id: 'object-name',
  severity: 'error',
  summary: 'An object has a name of the form that its kind wants.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check({ manifests, settings }) {
    for (const manifest of manifests) {
      yield* nameFaults(manifest, formatOf(manifest, settings.kubernetes));
      yield* namespaceFaults(manifest);
    }
  },
};

/** How much of `generateName` stays when the API server puts five characters behind it: MaxGeneratedNameLength. */
const LONGEST_PREFIX = 58;

function* nameFaults(manifest: Manifest, format: NameFormat): Iterable<Fault> {
  const { name, generateName } = fields(manifest.metadata);
  const must = `must be ${format.description}`;
  if (typeof generateName === 'string' && generateName !== '' && !isPrefix(generateName, isSet(name), format)) {
    const where = { path: 'metadata.generateName', value: generateName };
    yield fault(manifest, where, must, 'write a name: it ends up as the beginning of the name');
  }
  if (isSet(name) ? format.matches(String(name)) : isSet(generateName) || isNameless(manifest)) return;
  const fix = 'write a name of that form (the name prop, or the id of the construct)';
  yield fault(manifest, { path: 'metadata.name', value: name }, must, fix);
}

function isSet(text: unknown): boolean {
  return text !== undefined && text !== null && text !== '';
}

/** The API server judges the prefix alone, and what comes of it where there is no name. */
function isPrefix(prefix: string, hasName: boolean, format: NameFormat): boolean {
  const isShort = format === CRON_JOB_NAME || format === JOB_NAME;
  const isSound = (isShort ? DNS_SUBDOMAIN : format).matches(maskTrailingDash(prefix));
  return isSound && (hasName || format.matches(`${prefix.slice(0, LONGEST_PREFIX)}xxxxx`));
}

/** What is asked and not stored has no name, and neither has what only looks like an object of Kubernetes. */
function isNameless({ apiVersion, kind }: Manifest): boolean {
  const isKnown = isBuiltIn(String(apiVersion)) || typeOfKind(String(apiVersion), String(kind)) !== undefined;
  return !isKnown || /Review$|^TokenRequest$/.test(String(kind));
}

function formatOf({ apiVersion, kind, spec }: Manifest, minor: number): NameFormat {
  if (!isBuiltIn(String(apiVersion))) return DNS_SUBDOMAIN;
  switch (kind) {
    case 'Service':
      return minor >= 36 ? DNS_LABEL : DNS_LABEL_1035;
    case 'Namespace':
    case 'StatefulSet':
      return DNS_LABEL;
    case 'CronJob':
      return CRON_JOB_NAME;
    case 'Job':
      return at(spec, 'manualSelector') === true ? DNS_SUBDOMAIN : JOB_NAME;
    case 'Event':
      return apiVersion === 'v1' ? PATH_SEGMENT : DNS_SUBDOMAIN;
    case 'CertificateSigningRequest':
    case 'ClusterRole':
    case 'ClusterRoleBinding':
    case 'ClusterTrustBundle':
    case 'IPAddress':
    case 'PodDisruptionBudget':
    case 'Role':
    case 'RoleBinding':
    case 'StorageVersion':
      return PATH_SEGMENT;
    default:
      return DNS_SUBDOMAIN;
  }
}

function* namespaceFaults(manifest: Manifest): Iterable<Fault> {
  const namespace = at(manifest, 'metadata', 'namespace');
  if (!isSet(namespace) || isClusterScoped(manifest) || DNS_LABEL.matches(String(namespace))) return;
  const where = { path: 'metadata.namespace', value: namespace };
  const fix = 'write the name of an existing namespace, or leave it out';
  yield fault(manifest, where, `must be ${DNS_LABEL.description}`, fix);
}
