import type { Manifest } from '../manifest';
import { fieldNames, knownKinds, rangesOfField, typeOfField, typeOfKind } from '../schema/schema';
import type { Mismatch } from '../schema/structure';
import { nearest } from './nearest';
import { type Fault, fault, type Rule } from './rule';
import { mismatchesIn } from './structures';

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  summary:
    'An object has only fields that its kind has. kubectl refuses any other; without strict validation it is dropped.',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const [manifest, mismatch] of mismatchesIn(set)) {
      if (mismatch.problem === 'unknown') yield unknown(manifest, mismatch, kubernetes);
      if (mismatch.problem === 'version') yield otherVersion(manifest, mismatch, kubernetes);
    }
  },
};

/** What other versions, or other kinds, call what is meant. */
const OF_OLD: Readonly<Record<string, { readonly kind: string; readonly fix: string }>> = {
  targetAverageUtilization: {
    kind: 'HorizontalPodAutoscaler',
    fix: 'write target: { type: Utilization, averageUtilization: ... }, as it is since autoscaling/v2',
  },
  targetAverageValue: {
    kind: 'HorizontalPodAutoscaler',
    fix: 'write target: { type: AverageValue, averageValue: ... }, as it is since autoscaling/v2',
  },
  targetValue: {
    kind: 'HorizontalPodAutoscaler',
    fix: 'write target: { type: Value, value: ... }, as it is since autoscaling/v2',
  },
  metricName: { kind: 'HorizontalPodAutoscaler', fix: 'write metric: { name: ... }, as it is since autoscaling/v2' },
  minReplicas: { kind: 'ScaledObject', fix: 'write minReplicaCount' },
  maxReplicas: { kind: 'ScaledObject', fix: 'write maxReplicaCount' },
};

function unknown(manifest: Manifest, mismatch: Mismatch & { problem: 'unknown' }, minor: number): Fault {
  const name = mismatch.path.split('.').at(-1) ?? '';
  const known = fieldNames(mismatch.type, minor);
  const meant = nearest(name, known);
  const version = apiVersionWith(manifest, mismatch.path, minor);
  const home = homeOf(manifest, name, mismatch.path);
  const fix =
    Object.hasOwn(OF_OLD, name) && manifest.kind === OF_OLD[name]?.kind
      ? (OF_OLD[name]?.fix ?? '')
      : version !== undefined
        ? `write apiVersion: ${version}, which has such a field`
        : meant !== undefined
          ? `write ${meant}`
          : home !== undefined
            ? `move it: ${home} has such a field`
            : `leave it out; the fields here are ${list(known)}`;
  return fault(manifest, mismatch, 'must be a field that Kubernetes knows', fix);
}

function otherVersion(manifest: Manifest, mismatch: Mismatch & { problem: 'version' }, minor: number): Fault {
  const [range] = mismatch.ranges;
  const when =
    range !== undefined && minor < range.since
      ? `there since Kubernetes 1.${range.since}`
      : `gone since Kubernetes 1.${(range?.until ?? minor) + 1}`;
  const must = `must be a field of Kubernetes 1.${minor}; it is ${when}`;
  return fault(manifest, mismatch, must, 'leave it out, or say which version the cluster has (--kubernetes)');
}

/** Another API version of the kind that has the field at that place. */
function apiVersionWith({ kind }: Manifest, path: string, minor: number): string | undefined {
  const versions = knownKinds()
    .filter((each) => each.endsWith(` ${kind}`))
    .map((each) => each.split(' ')[0] ?? '');
  return versions.find((version) => {
    const top = typeOfKind(version, String(kind));
    if (top === undefined || minor < top.since || top.until < minor) return false;
    const steps = path.split('.').map((step) => step.replace(/\[.*$/, ''));
    return steps.reduce<string | undefined>(
      (type, step) => itemType(type === undefined ? undefined : typeOfField(type, step, minor)),
      top.type,
    );
  });
}

/** Another object on the way to the field, or one level below that way, which has a field of that name. */
function homeOf({ apiVersion, kind }: Manifest, name: string, path: string): string | undefined {
  const steps = path.split('.').slice(0, -1);
  let type = typeOfKind(String(apiVersion), String(kind))?.type;
  let here = '';
  let home: string | undefined;
  for (const step of [...steps, '']) {
    if (type === undefined) break;
    const places = [[here, type] as const, ...below(here, type)];
    const [place] = places.find(([, inner]) => rangesOfField(inner, name).length > 0) ?? [];
    if (place !== undefined) home = place === '' ? `the ${kind}` : place;
    here = here === '' ? step : `${here}.${step}`;
    type = itemType(rangesOfField(type, step.replace(/\[.*$/, ''))[0]?.type);
  }
  return home;
}

function below(path: string, type: string): (readonly [string, string])[] {
  return fieldNames(type).flatMap((field) => {
    const inner = rangesOfField(type, field).at(-1)?.type;
    const item = itemType(inner);
    const place = `${path === '' ? '' : `${path}.`}${field}${inner?.startsWith('[') ? '[]' : ''}`;
    return item === undefined ? [] : [[place, item] as const];
  });
}

function itemType(type: string | undefined): string | undefined {
  return type?.replace(/^[[{]+/, '');
}

function list(names: readonly string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')}, ...`;
}
