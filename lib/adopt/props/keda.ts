import { KedaMetricType } from '../../props/keda';
import { type Code, call, type Entry, entry, group, plain } from '../code/code';
import { fieldsOf, hasOnly, isSaid, type Said, under } from '../said';
import type { Common } from './metadata';
import { behavior, metadataGroup } from './scaling';
import { asConstant, asListOf, asNumber, asRecord, asText, prop, secondsProps } from './values';

/** What a ScaledObject of KEDA says. */
export function kedaProps(scaled: Said, common: Common): Entry[] {
  const get = (...path: readonly string[]) => under(scaled, 'spec', ...path);
  const keda = [
    ...prop('triggers', get('triggers'), (list) => asListOf(list, trigger)),
    ...secondsProps(get(), { pollingInterval: 'pollingInterval', cooldownPeriod: 'cooldownPeriod' }),
    ...prop('fallbackReplicas', get('fallback', 'replicas'), asNumber),
    ...prop('fallbackFailureThreshold', get('fallback', 'failureThreshold'), asNumber),
  ];
  return [
    ...prop('minReplicas', get('minReplicaCount'), asNumber),
    ...prop('maxReplicas', get('maxReplicaCount'), asNumber),
    ...entry('keda', { kind: 'group', entries: keda }, get('triggers')),
    ...prop('behavior', get('advanced', 'horizontalPodAutoscalerConfig', 'behavior'), behavior),
    ...metadataGroup(scaled, common),
  ];
}

/** The props for triggers that have their own, and the metadata in their order. */
const TRIGGERS: Readonly<Record<string, { readonly callee: string; readonly metadata: readonly string[] }>> = {
  prometheus: { callee: 'KedaTrigger.prometheus', metadata: ['serverAddress', 'query', 'threshold'] },
  kafka: { callee: 'KedaTrigger.kafka', metadata: ['bootstrapServers', 'consumerGroup', 'topic', 'lagThreshold'] },
  'aws-sqs-queue': { callee: 'KedaTrigger.awsSqsQueue', metadata: ['queueURL', 'awsRegion', 'queueLength'] },
  redis: { callee: 'KedaTrigger.redis', metadata: ['address', 'listName', 'listLength'] },
};

function trigger(said: Said): Code | undefined {
  const [type, metadata, metricType] = [under(said, 'type'), under(said, 'metadata'), under(said, 'metricType')];
  if (
    type.value === 'cpu' &&
    metricType.value === 'Utilization' &&
    hasOnly(metadata, 'value') &&
    !isSaid(under(said, 'name'))
  ) {
    const percent = Number(under(metadata, 'value').value);
    if (Number.isInteger(percent)) return call('KedaTrigger.cpuUtilization', plain(percent));
  }
  const known = TRIGGERS[String(type.value)];
  const options = group([
    ...prop('name', under(said, 'name'), asText),
    ...prop('authentication', under(said, 'authenticationRef', 'name'), asText),
    ...prop('metricType', metricType, asConstant('KedaMetricType', KedaMetricType)),
  ]);
  const values = known?.metadata.map((field) => asText(under(metadata, field))) ?? [];
  if (known && !values.includes(undefined) && fieldsOf(metadata).length === known.metadata.length) {
    return call(known.callee, ...values, options);
  }
  const [kind, record] = [asText(type), asRecord(metadata)];
  return kind && record && call('KedaTrigger.of', kind, record, options);
}
