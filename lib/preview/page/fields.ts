import { metricName } from '../decisions';
import type { Setup } from '../model';
import type { Scenario } from './data';
import type { Edits, Field, FieldGroup } from './field';
import { atLeast, loadFields, stepFor } from './load-fields';
import { type Direction, firstPolicy, onlyPolicyOf, sayPolicies } from './policy';

/** What the API server allows. */
const [LONGEST_WINDOW, LONGEST_PERIOD] = [3600, 1800];

/** Every control that a scenario has; some depend on what others say. */
export function fieldsOf(scenario: Scenario, perRequest: number, edits: Edits): FieldGroup[] {
  const { setup } = scenario;
  return [
    { name: 'Load', fields: loadFields(scenario, perRequest, edits) },
    { name: 'Bounds and target', fields: boundFields(setup) },
    { name: 'Pods', fields: podFields(setup) },
    { name: 'Scaling up', fields: directionFields(setup, 'scaleUp', edits) },
    { name: 'Scaling down', fields: directionFields(setup, 'scaleDown', edits) },
  ];
}

function boundFields({ spec }: Setup): Field[] {
  const { minReplicas, maxReplicas, metrics } = spec;
  // Only other metrics than those of the pods' resources can wake what sleeps.
  const sleeps = metrics.some(({ type }) => type === 'Object' || type === 'External');
  return [
    {
      key: 'minReplicas',
      label: 'Fewest pods (minReplicas)',
      given: String(minReplicas),
      least: sleeps ? 0 : Math.min(1, minReplicas),
      step: 1,
    },
    { key: 'maxReplicas', label: 'Most pods (maxReplicas)', given: String(maxReplicas), least: 1, step: 1 },
    targetField(spec),
  ];
}

function targetField({ metrics }: Setup['spec']): Field {
  const [metric] = metrics;
  if (metric === undefined) throw new Error('an autoscaler has a metric');
  const { type, amount } = metric.target;
  if (type === 'Utilization') {
    return { key: 'target', label: `Target of ${metric.name}, % of the request`, given: String(amount), step: 1 };
  }
  const given = String(amount / 1000);
  const each = type === 'AverageValue' ? ' a pod' : '';
  return {
    key: 'target',
    label: `Target of ${metricName({ ...metric, type: 'Pods' })}${each}`,
    given,
    step: stepFor(given),
  };
}

function podFields({ pod, model, cpuLoad }: Setup): Field[] {
  const startup = seconds('startup', 'Start-up time, s', model.startup, 86_400);
  if (cpuLoad === undefined) return [startup];
  return [
    cores('cpuRequest', 'CPU request, cores', pod.cpuRequest),
    { ...cores('cpuLimit', 'CPU limit, cores (empty: none)', pod.cpuLimit), isOptional: true },
    startup,
  ];
}

function cores(key: string, label: string, value: number | undefined): Field {
  const given = value === undefined ? '' : String(value);
  return { key, label, given, step: Math.min(0.1, stepFor(given)), isOptional: value === undefined };
}

function seconds(key: string, label: string, milliseconds: number, most: number): Field {
  const given = String(milliseconds / 1000);
  return { key, label, given, least: 0, most: atLeast(given, most), step: 1 };
}

function directionFields(setup: Setup, direction: Direction, edits: Edits): Field[] {
  const isUp = direction === 'scaleUp';
  const usual = isUp ? 0 : setup.settings.downscaleStabilization;
  const name = isUp ? 'Scale-up' : 'Scale-down';
  const window = setup.spec.behavior?.[direction].stabilizationWindow ?? usual;
  const only = onlyPolicyOf(setup, direction);
  const choices = [
    { value: 'Pods', name: 'pods' },
    { value: 'Percent', name: 'percent' },
    { value: 'Disabled', name: 'never' },
  ];
  const type: Field = {
    key: `${direction}.type`,
    label: `${name} policy`,
    given: only?.type ?? '',
    choices:
      only === undefined ? [{ value: '', name: `as given: ${sayPolicies(setup, direction)}` }, ...choices] : choices,
  };
  const fields = [seconds(`${direction}Window`, `${name} window, s`, window, LONGEST_WINDOW), type];
  const chosen = edits[type.key] ?? type.given;
  if (chosen !== 'Pods' && chosen !== 'Percent') return fields;
  const first = firstPolicy(setup, direction, chosen);
  const unit = chosen === 'Pods' ? 'pods' : '%';
  return [
    ...fields,
    {
      key: `${direction}.value`,
      label: `${name} policy: at most, ${unit}`,
      given: String(first.value),
      least: 1,
      step: 1,
    },
    {
      key: `${direction}.period`,
      label: `${name} policy: within, s`,
      given: String(first.period / 1000),
      least: 1,
      most: LONGEST_PERIOD,
      step: 1,
    },
  ];
}
