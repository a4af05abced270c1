import type { Manifest } from '../../lib/manifest';
import type { Rule } from '../../lib/rules/rule';
import { NEWEST } from '../../lib/schema/schema';
import { setOf } from '../manifests';

/** The fields that a rule tells of an object alone. */
export function told(rule: Rule, object: Manifest, kubernetes: number = NEWEST): string[] {
  return Array.from(rule.check(setOf([object], kubernetes)), ({ path }) => path);
}

/** A sound workload of a kind of apps/v1, with other fields in its spec. */
export function workload(kind: string, spec: Readonly<Record<string, unknown>> = {}): Manifest {
  const labels = { app: 'model' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'server', image: 'model' }] } };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'model' },
    spec: { selector: { matchLabels: labels }, template, ...spec },
  };
}

/** A sound autoscaler of autoscaling/v2, with other fields in its spec. */
export function autoscaler(spec: Readonly<Record<string, unknown>> = {}): Manifest {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'model' },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'model' }, maxReplicas: 5, ...spec },
  };
}

/** An object of which nothing but the metadata counts. */
export function named(metadata: unknown, kind = 'ConfigMap', apiVersion = 'v1'): Manifest {
  return { apiVersion, kind, metadata };
}
