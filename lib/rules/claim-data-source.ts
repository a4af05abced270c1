import { type Fields, fields, type Located, type Manifest } from '../manifest';
import { DNS_LABEL, DNS_SUBDOMAIN } from '../names';
import { type Claim, claimsOf } from './claims';
import { child, isSet } from './located';
import { type Fault, fault, type Rule } from './rule';
import { formatFaults, requiredFaults } from './value';

/** Before, the group is taken as it is. */
const GROUPS_SINCE = 29;

const CLAIM = 'PersistentVolumeClaim';

export const claimDataSource: Rule = {
  id: 'claim-data-source',
  severity: 'error',
  summary: 'What fills the volume of a claim is another claim or a resource of an API group, and is said once.',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-populators-and-data-sources',
  *check(set) {
    for (const claim of claimsOf(set)) yield* sourcesFaults(claim, set.settings.kubernetes);
  },
};

function* sourcesFaults(claim: Claim, minor: number): Iterable<Fault> {
  const { manifest, path } = claim;
  const { dataSource, dataSourceRef } = sourcesOf(claim);
  const source = { path: `${path}.dataSource`, value: dataSource };
  const reference = { path: `${path}.dataSourceRef`, value: dataSourceRef };
  if (isSet(dataSource)) yield* sourceFaults(manifest, source, minor);
  if (!isSet(dataSourceRef)) return;
  yield* sourceFaults(manifest, reference, minor);
  const namespace = child(reference, 'namespace');
  if (namespace.value) yield* formatFaults(manifest, namespace, DNS_LABEL, 'write the name of a namespace');
  if (!isSet(dataSource)) return;
  if (namespace.value) {
    yield fault(manifest, source, 'must not be set where dataSourceRef has a namespace', 'leave dataSource out');
  } else if (!isSame(fields(dataSource), fields(dataSourceRef))) {
    yield fault(manifest, source, 'must be what dataSourceRef says', 'leave dataSource out');
  }
}

/** What the API server keeps of a claim; of a template, it looks at all there is. */
function sourcesOf({ spec, isTemplate }: Claim): Fields {
  const { dataSource, dataSourceRef } = spec;
  if (isTemplate) return { dataSource, dataSourceRef };
  // Another namespace is nothing to a cluster that has not been told to look there (CrossNamespaceVolumeDataSource).
  const kept = fields(dataSourceRef).namespace ? undefined : dataSourceRef;
  return {
    dataSource: isSet(kept) || isClaimOrSnapshot(fields(dataSource)) ? dataSource : undefined,
    dataSourceRef: kept,
  };
}

/** Any other dataSource is dropped where it stands alone. */
function isClaimOrSnapshot({ apiGroup, kind }: Fields): boolean {
  return apiGroup ? apiGroup === 'snapshot.storage.k8s.io' && kind === 'VolumeSnapshot' : kind === CLAIM;
}

function isSame(source: Fields, reference: Fields): boolean {
  const group = (each: Fields) => each.apiGroup ?? undefined;
  const text = (value: unknown) => value ?? '';
  return (
    group(source) === group(reference) &&
    text(source.kind) === text(reference.kind) &&
    text(source.name) === text(reference.name)
  );
}

function* sourceFaults(manifest: Manifest, { path, value }: Located, minor: number): Iterable<Fault> {
  const { apiGroup, kind, name } = fields(value);
  for (const [field, text] of Object.entries({ kind, name })) {
    yield* requiredFaults(manifest, { path: `${path}.${field}`, value: text }, 'write what the volume is filled from');
  }
  if (!apiGroup && kind && kind !== CLAIM) {
    const fix = 'write the apiGroup, such as snapshot.storage.k8s.io';
    yield fault(manifest, { path: `${path}.kind`, value: kind }, `must be ${CLAIM} where there is no apiGroup`, fix);
  }
  if (apiGroup && minor >= GROUPS_SINCE && !DNS_SUBDOMAIN.matches(String(apiGroup))) {
    const where = { path: `${path}.apiGroup`, value: apiGroup };
    yield fault(manifest, where, `must be ${DNS_SUBDOMAIN.description}`, 'write the group without its version');
  }
}
