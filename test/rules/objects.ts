import type { Manifest } from '../../lib/manifest';
import { allRules } from '../../lib/rules';
import { NEWEST } from '../../lib/schema/schema';
import { setOf } from '../manifests';

/** Objects of one ML service, as plain as rules see them, and what a rule tells of them. */

type Fields = Record<string, unknown>;

interface WorkloadParts {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Fields;
  /** Over the fields of its container. */
  readonly container?: Fields;
  /** Over the fields of its pod. */
  readonly pod?: Fields;
  /** Over the fields of its spec. */
  readonly spec?: Fields;
}

export function workload(parts: WorkloadParts = {}): Manifest {
  const { kind = 'Deployment', name = 'sentiment', namespace, labels = { app: name }, pod, spec } = parts;
  const container = { name: 'model', image: 'registry.example.com/sentiment:1.4.0', ...parts.container };
  const template = { metadata: { labels }, spec: { containers: [container], ...pod } };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template, ...spec },
  };
}

export function autoscaler(minReplicas: number | undefined, maxReplicas: number, name = 'sentiment'): Manifest {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { minReplicas, maxReplicas, scaleTargetRef },
  };
}

export function object(apiVersion: string, kind: string, name: string, rest: Fields, namespace?: string): Manifest {
  return { apiVersion, kind, metadata: { name, namespace }, ...rest };
}

export function service(spec: Fields, name = 'sentiment', namespace?: string): Manifest {
  return object('v1', 'Service', name, { spec: { selector: { app: 'sentiment' }, ...spec } }, namespace);
}

export function budget(spec: Fields, name = 'sentiment'): Manifest {
  const selector = { matchLabels: { app: 'sentiment' } };
  return object('policy/v1', 'PodDisruptionBudget', name, { spec: { selector, ...spec } });
}

/** What a rule tells: each path, message and way out. */
export function told(id: string, manifests: readonly Manifest[], kubernetes = NEWEST): string[] {
  const rule = allRules().find((each) => each.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return Array.from(
    rule.check(setOf(manifests, kubernetes)),
    ({ path, message, fix }) => `${path}: ${message}; ${fix}`,
  );
}
