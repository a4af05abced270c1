import type { Manifest } from '../manifest';
import { DNS_SUBDOMAIN } from '../names';
import { knownKinds, NEWEST, typeOfKind } from '../schema/schema';
import { nearest } from './nearest';
import { type Fault, fault, type Rule } from './rule';

export const apiVersion: Rule = {
  id: 'api-version',
  severity: 'error',
  summary: 'Kubernetes serves the kind in that API version. One that is gone, or was never there, is refused.',
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  *check({ manifests, settings }) {
    for (const manifest of manifests) {
      if (typeof manifest.apiVersion !== 'string' || typeof manifest.kind !== 'string') yield* typeFaults(manifest);
      else if (isServed(manifest.apiVersion, manifest.kind, settings.kubernetes)) continue;
      else if (isBuiltIn(manifest.apiVersion)) yield* faultsOf(manifest, settings.kubernetes);
      else yield* customFaults(manifest, manifest.apiVersion, manifest.kind);
    }
  },
};

function* typeFaults(manifest: Manifest): Iterable<Fault> {
  for (const field of ['apiVersion', 'kind']) {
    const where = { path: field, value: manifest[field] };
    if (typeof where.value === 'string') continue;
    const misspelt = Object.keys(manifest).find((each) => each.toLowerCase() === field.toLowerCase());
    const fix =
      misspelt === undefined || misspelt === field ? `write ${field}: and the name` : `write ${field} for ${misspelt}`;
    yield fault(manifest, where, 'must be text', fix);
  }
}

function isServed(apiVersion: string, kind: string, minor: number): boolean {
  const known = typeOfKind(apiVersion, kind);
  return known !== undefined && known.since <= minor && minor <= known.until;
}

/** Kubernetes takes any label as the version of a custom resource; nobody has another than such as `v1` and `v2beta1`. */
const CUSTOM_VERSION = /^v\d[a-z0-9]*$/;
const CUSTOM_KIND = /^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;

/** What not even a custom resource has, of whatever kind. */
function* customFaults(manifest: Manifest, apiVersion: string, kind: string): Iterable<Fault> {
  const [group = '', version = '', ...rest] = apiVersion.split('/');
  if (!DNS_SUBDOMAIN.matches(group) || !CUSTOM_VERSION.test(version) || rest.length > 0) {
    const where = { path: 'apiVersion', value: apiVersion };
    const must = "must be a group, a slash and a version, such as 'example.com/v1'";
    yield fault(manifest, where, must, 'write it as the kind is served');
  }
  if (CUSTOM_KIND.test(kind)) return;
  yield fault(manifest, { path: 'kind', value: kind }, "must be letters, digits and '-'", 'write the name of the kind');
}

/** Groups of Kubernetes itself: `apps`, or below `k8s.io` (where the Gateway API stands, too, with its own CRDs). */
export function isBuiltIn(version: string): boolean {
  const slash = version.indexOf('/');
  if (slash < 0) return true;
  const group = version.slice(0, slash);
  return !group.includes('.') || builtInGroups().has(group);
}

/** Put together when a group of that form is met: most apps have none. */
function builtInGroups(): ReadonlySet<string> {
  groups ??= new Set(
    knownKinds()
      .map((kind) => kind.split('/')[0] ?? '')
      .filter((group) => group.endsWith('.k8s.io') && group !== 'gateway.networking.k8s.io'),
  );
  return groups;
}

let groups: ReadonlySet<string> | undefined;

function* faultsOf(manifest: Manifest, minor: number): Iterable<Fault> {
  const { apiVersion: version, kind } = manifest;
  const known = typeOfKind(String(version), String(kind));
  const served = versionsOf(String(kind), minor);
  const where = { path: 'apiVersion', value: version };
  if (served.length > 0) {
    const when =
      known === undefined
        ? ''
        : `, which is there ${known.since > minor ? `since 1.${known.since}` : `until 1.${known.until}`}`;
    const must = `must be an API version that Kubernetes 1.${minor} has for ${kind}${when}`;
    yield fault(manifest, where, must, `write apiVersion: ${served[0]}`);
    return;
  }
  const kinds = knownKinds().map((each) => each.split(' ')[1] ?? '');
  const meant = nearest(String(kind), kinds);
  const since = known !== undefined && known.since > minor ? `; it is there since 1.${known.since}` : '';
  yield fault(
    manifest,
    { path: 'kind', value: kind },
    `must be a kind that Kubernetes 1.${minor} has${since}`,
    meant === undefined ? 'write a kind that it has, or the apiVersion of the custom resource' : `write kind: ${meant}`,
  );
}

/** The API versions that have a kind, the most stable first. */
function versionsOf(kind: string, minor: number): string[] {
  return knownKinds()
    .filter((each) => each.endsWith(` ${kind}`))
    .map((each) => each.split(' ')[0] ?? '')
    .filter((version) => {
      const range = typeOfKind(version, kind);
      return (
        isBuiltIn(version) && range !== undefined && range.since <= minor && minor <= Math.min(range.until, NEWEST)
      );
    })
    .sort((a, b) => stability(a) - stability(b) || b.localeCompare(a));
}

function stability(version: string): number {
  return version.includes('alpha') ? 2 : version.includes('beta') ? 1 : 0;
}
