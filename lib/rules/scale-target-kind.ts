import { fields, isKind, type Manifest } from '../manifest';
import { isBuiltIn } from './api-version';
import { nearest } from './nearest';
import { type Fault, fault, type Rule } from './rule';
import { autoscalersIn } from './scaled';

export const scaleTargetKind: Rule = {
  id: 'scale-target-kind',
  severity: 'error',
  accepted: true,
  summary: 'An autoscaler scales a kind that has replicas, by the API group that the kind is in.',
  source:
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
  *check(set) {
    for (const autoscaler of autoscalersIn(set)) yield* faultsOf(autoscaler, set.settings.kubernetes);
  },
};

/** What Kubernetes itself has that can be scaled, by API group. Of other groups nothing is known. */
const SCALABLE: Readonly<Record<string, readonly string[]>> = {
  apps: ['Deployment', 'StatefulSet', 'ReplicaSet'],
  '': ['ReplicationController'],
};
const EVERY_SCALABLE = Object.values(SCALABLE).flat();

/** The API server itself refuses a target without an API group since then. */
const GROUP_REQUIRED_SINCE = 34;

function* faultsOf(autoscaler: Manifest, kubernetes: number): Iterable<Fault> {
  const isKeda = isKind(autoscaler, 'ScaledObject');
  const { kind = isKeda ? 'Deployment' : undefined, apiVersion = isKeda ? 'apps/v1' : '' } = fields(
    fields(autoscaler.spec).scaleTargetRef,
  );
  if (typeof kind !== 'string' || typeof apiVersion !== 'string' || !isBuiltIn(apiVersion)) return;
  const group = groupOf(apiVersion);
  if (group === '' && kubernetes >= GROUP_REQUIRED_SINCE) return;
  if (SCALABLE[group]?.some((each) => isCalled(each, kind))) return;

  const meant = EVERY_SCALABLE.find((each) => each.toLowerCase() === kind.toLowerCase());
  const where = { path: 'spec.scaleTargetRef.kind', value: kind };
  if (meant === undefined) {
    yield fault(
      autoscaler,
      where,
      `must be a kind that can be scaled${kind === 'DaemonSet' ? ': a DaemonSet has one pod a node, and no replicas' : ''}`,
      wayOut(kind),
    );
  } else if (SCALABLE[group]?.includes(meant)) {
    const must = 'must be as Kubernetes writes it, or all in lower case: the autoscaler finds it in no other way';
    yield fault(autoscaler, where, must, `write kind: ${meant}`);
  } else {
    const served = meant === 'ReplicationController' ? 'v1' : 'apps/v1';
    yield fault(
      autoscaler,
      { path: 'spec.scaleTargetRef.apiVersion', value: apiVersion },
      `must be of the API group of a ${meant}, or the autoscaler does not find it`,
      `write apiVersion: ${served}`,
    );
  }
}

/** The version does not count: `apps/v1beta1` finds the same Deployment. */
function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

function isCalled(kind: string, word: string): boolean {
  return word === kind || word === kind.toLowerCase();
}

function wayOut(kind: string): string {
  const meant = nearest(kind, EVERY_SCALABLE);
  return meant === undefined
    ? 'scale a Deployment or a StatefulSet, or leave the autoscaler out'
    : `write kind: ${meant}`;
}
