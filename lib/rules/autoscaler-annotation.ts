import { at, type Manifest } from '../manifest';
import { BEHAVIOR, behaviorInAnnotation, METRICS, metricsInAnnotation } from './autoscaler-annotations';
import { metricFaults } from './metric-spec';
import type { Fault, Rule } from './rule';
import { scalingRulesFaults } from './scaling-rules';

export const autoscalerAnnotation: Rule = {
  id: 'autoscaler-annotation',
  severity: 'error',
  summary: 'Metrics and behaviour that autoscaling/v1 keeps in annotations are as sound as those of autoscaling/v2.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#api-object',
  *check(set) {
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      yield* metricsFaults(manifest, set.settings.kubernetes);
      yield* behaviorFaults(manifest, set.settings.kubernetes);
    }
  },
};

function* metricsFaults(manifest: Manifest, minor: number): Iterable<Fault> {
  for (const [index, value] of (metricsInAnnotation(manifest, minor) ?? []).entries()) {
    const faults = metricFaults(manifest, { path: `[${index}]`, value }, minor);
    yield* inAnnotation(METRICS, faults);
  }
}

function* behaviorFaults(manifest: Manifest, minor: number): Iterable<Fault> {
  const behavior = behaviorInAnnotation(manifest, minor);
  for (const direction of ['scaleUp', 'scaleDown']) {
    const rules = at(behavior, direction);
    if (rules === undefined) continue;
    // Nothing is filled in here: policies that are not said are none.
    const value = { policies: [], ...rules };
    yield* inAnnotation(BEHAVIOR, scalingRulesFaults(manifest, { path: direction, value }, minor));
  }
}

function* inAnnotation(annotation: string, faults: Iterable<Fault>): Iterable<Fault> {
  for (const { path, message, ...rest } of faults) {
    const said = message.replace(/^must /, `must be sound: ${path} must `);
    yield { ...rest, path: `metadata.annotations[${annotation}]`, message: said };
  }
}
