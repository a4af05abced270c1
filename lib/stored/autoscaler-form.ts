import { metricsOf } from '../autoscaling/metrics';
import { type Fields, fields, items, type Manifest } from '../manifest';
import { amountForm, withDefaults } from './form';

/** An autoscaler of any version as autoscaling/v2 stores it. */
export function autoscalerForm(autoscaler: Manifest): Manifest {
  const { targetCPUUtilizationPercentage: _, metrics, behavior, ...spec } = fields(autoscaler.spec);
  const isSaid = items(metrics).length > 0;
  return {
    ...autoscaler,
    apiVersion: 'autoscaling/v2',
    spec: {
      ...withDefaults(spec, { minReplicas: 1 }),
      metrics: isSaid ? items(metrics).map((metric) => metricForm(fields(metric))) : impliedMetrics(autoscaler),
      behavior: behavior == null ? undefined : behaviorForm(fields(behavior)),
    },
  };
}

/** What autoscaling/v1 says in another field, or nothing says at all. */
function impliedMetrics(autoscaler: Manifest): Fields[] {
  return metricsOf(autoscaler).map(({ name, averageUtilization }) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  }));
}

function metricForm(metric: Fields): Fields {
  const sources = Object.entries(metric).map(([name, source]) =>
    fields(source).target == null
      ? [name, source]
      : [name, { ...fields(source), target: targetForm(fields(fields(source).target)) }],
  );
  return Object.fromEntries(sources);
}

function targetForm(target: Fields): Fields {
  const amounts = ['value', 'averageValue'].filter((name) => target[name] != null);
  return { ...target, ...Object.fromEntries(amounts.map((name) => [name, amountForm(target[name])])) };
}

/**
 * As soon as one direction says something, both get rules; of policies, what is said takes the place of the whole list.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/v2/defaults.go
 */
function behaviorForm({ scaleUp, scaleDown }: Fields): Fields {
  const percent = { type: 'Percent', value: 100, periodSeconds: 15 };
  const pods = { type: 'Pods', value: 4, periodSeconds: 15 };
  return {
    scaleUp: rulesForm(fields(scaleUp), { stabilizationWindowSeconds: 0, policies: [pods, percent] }),
    scaleDown: rulesForm(fields(scaleDown), { policies: [percent] }),
  };
}

function rulesForm(said: Fields, usual: Fields): Fields {
  const rules = withDefaults(said, { selectPolicy: 'Max', ...usual });
  return rules.tolerance == null ? rules : { ...rules, tolerance: amountForm(rules.tolerance) };
}
