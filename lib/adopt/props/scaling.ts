import { metricsOf } from '../../autoscaling/metrics';
import { SelectPolicy } from '../../props/scaling-behavior';
import { type Code, call, type Entry, entry, plain } from '../code/code';
import { hasOnly, isSaid, type Said, under } from '../said';
import { type Common, metadataProps } from './metadata';
import { asAmount, asConstant, asListOf, asNumber, asRecord, asText, prop, secondsProps } from './values';

/** What a HorizontalPodAutoscaler says. */
export function scalingProps(autoscaler: Said, common: Common): Entry[] {
  const get = (...path: readonly string[]) => under(autoscaler, 'spec', ...path);
  return [
    ...prop('minReplicas', get('minReplicas'), asNumber),
    ...prop('maxReplicas', get('maxReplicas'), asNumber),
    ...entry('metrics', metrics(autoscaler), get('metrics')),
    ...prop('behavior', get('behavior'), behavior),
    ...metadataGroup(autoscaler, common),
  ];
}

export function metadataGroup(autoscaler: Said, common: Common): Entry[] {
  const entries = metadataProps(autoscaler, common);
  return entries.length === 0 ? [] : entry('autoscaler', { kind: 'group', entries }, under(autoscaler, 'metadata'));
}

/** One that no prop can say leaves all of them for a patch, so that they stay in their order. */
function metrics(autoscaler: Said): Code {
  const list = under(autoscaler, 'spec', 'metrics');
  if (Array.isArray(list.value) && list.value.length > 0) return asListOf(list, metric) ?? { kind: 'list', items: [] };
  const said = under(autoscaler, 'spec', 'targetCPUUtilizationPercentage');
  const implied = metricsOf(autoscaler.object.manifest).flatMap(({ averageUtilization }) => averageUtilization ?? []);
  const items = implied.map((percent) => ({ code: call('ScalingMetric.cpuUtilization', plain(percent)), said }));
  return { kind: 'list', items };
}

function metric(said: Said): Code | undefined {
  const type = under(said, 'type').value;
  if (typeof type !== 'string') return undefined;
  const source = under(said, type.charAt(0).toLowerCase() + type.slice(1));
  const target = under(source, 'target');
  const utilization = asNumber(under(target, 'averageUtilization'));
  const averageValue = asAmount(under(target, 'averageValue'));
  if (utilization !== undefined && averageValue !== undefined) return undefined;
  switch (type) {
    case 'Resource': {
      const resource = RESOURCES[String(under(source, 'name').value)];
      if (resource === undefined) return undefined;
      if (utilization) return call(`ScalingMetric.${resource.prop}Utilization`, utilization);
      return averageValue && call(`ScalingMetric.${resource.prop}AverageValue`, averageValue);
    }
    case 'ContainerResource': {
      const resource = RESOURCES[String(under(source, 'name').value)];
      const container = asText(under(source, 'container'));
      if (resource === undefined || !container || !utilization) return undefined;
      return call(`ScalingMetric.container${resource.inName}Utilization`, container, utilization);
    }
    case 'Pods':
      return averageValue && named('ScalingMetric.pods', source, averageValue);
    case 'Object':
      return named(
        'ScalingMetric.object',
        source,
        describedObject(under(source, 'describedObject')),
        metricTarget(target),
      );
    case 'External':
      return named('ScalingMetric.external', source, metricTarget(target));
    default:
      return undefined;
  }
}

const RESOURCES: Readonly<Record<string, { readonly prop: string; readonly inName: string }>> = {
  cpu: { prop: 'cpu', inName: 'Cpu' },
  memory: { prop: 'memory', inName: 'Memory' },
};

function named(callee: string, source: Said, ...args: readonly (Code | undefined)[]): Code | undefined {
  const [name, selector] = [asText(under(source, 'metric', 'name')), under(source, 'metric', 'selector')];
  const labels = isSaid(under(selector, 'matchLabels')) ? asRecord(under(selector, 'matchLabels')) : undefined;
  if (!name || args.includes(undefined) || !hasOnly(selector, 'matchLabels')) return undefined;
  if (isSaid(selector) && labels === undefined) return undefined;
  return call(callee, name, ...args, labels);
}

function describedObject(said: Said): Code | undefined {
  const fields = ['apiVersion', 'kind', 'name'].flatMap((field) => prop(field, under(said, field), asText));
  return hasOnly(said, 'apiVersion', 'kind', 'name') ? { kind: 'group', entries: fields } : undefined;
}

function metricTarget(said: Said): Code | undefined {
  const [value, averageValue] = [under(said, 'value'), under(said, 'averageValue')];
  if (isSaid(value) === isSaid(averageValue)) return undefined;
  const amount = asAmount(isSaid(value) ? value : averageValue);
  return amount && call(isSaid(value) ? 'MetricTarget.value' : 'MetricTarget.averageValue', amount);
}

export function behavior(said: Said): Code {
  const directions = ['scaleUp', 'scaleDown'].flatMap((direction) => prop(direction, under(said, direction), rules));
  return { kind: 'group', entries: directions };
}

function rules(said: Said): Code {
  return {
    kind: 'group',
    entries: [
      ...secondsProps(said, { stabilizationWindow: 'stabilizationWindowSeconds' }),
      ...prop('policies', under(said, 'policies'), (list) => asListOf(list, policy)),
      ...prop('selectPolicy', under(said, 'selectPolicy'), asConstant('SelectPolicy', SelectPolicy)),
      ...prop('tolerance', under(said, 'tolerance'), asAmount),
    ],
  };
}

function policy(said: Said): Code | undefined {
  const callee = POLICIES[String(under(said, 'type').value)];
  const [value, period] = [asNumber(under(said, 'value')), under(said, 'periodSeconds')];
  if (callee === undefined || !value || typeof period.value !== 'number') return undefined;
  return call(callee, value, call('Duration.seconds', plain(period.value)));
}

const POLICIES: Readonly<Record<string, string>> = { Pods: 'ScalingPolicy.pods', Percent: 'ScalingPolicy.percent' };
