import { isWithin, type Tolerances } from '../tolerance';
import { classOf, isReady, type PodGroup, type Sample } from './pods';
import { type ControllerSettings, LEFT_OUT_AT_TARGET_SINCE } from './settings';
import type { MetricSpec } from './spec';

/** What the controller reads of a metric; nothing where it can't. */
export type Reading = PodReading | TotalReading | undefined;

/** A metric of pods: a sample for each group of pods, in their order, and what these ask for. */
export interface PodReading {
  readonly samples: readonly (Sample | undefined)[];
  /** Thousandths; nothing where a container does not say. Of a metric of CPU or memory with a target in percent. */
  readonly requests: readonly (number | undefined)[];
  /** Samples of pods that the controller knows nothing of, such as those that are gone. */
  readonly strangers?: readonly Sample[];
}

/** A metric of something else: an object, or the world outside. */
export interface TotalReading {
  /** Thousandths, all series together. */
  readonly total: number;
}

/** What the proposals of all metrics are made from. */
export interface Situation {
  readonly now: number;
  readonly specReplicas: number;
  readonly statusReplicas: number;
  readonly pods: readonly PodGroup[];
  readonly settings: ControllerSettings;
  readonly tolerances: Tolerances;
}

/** What a metric makes of the number of pods. */
export interface Proposal {
  readonly replicas: number;
  /** Usage over target, as first read; nothing for a number that is no ratio. */
  readonly ratio: number;
  /** Why it is the number of pods that there are, or not the one that the ratio alone says. */
  readonly held?: 'tolerance' | 'unready' | 'missing' | 'direction';
}

/**
 * How many pods a metric asks for; nothing where it can't be read or computed.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/replica_calculator.go
 */
export function proposalOf(metric: MetricSpec, reading: Reading, situation: Situation): Proposal | undefined {
  if (reading === undefined) return undefined;
  const isOfPods = metric.type === 'Resource' || metric.type === 'ContainerResource' || metric.type === 'Pods';
  if (isOfPods) return ofPods(metric, reading as PodReading, situation);
  const { total } = reading as TotalReading;
  return metric.target.type === 'AverageValue'
    ? perPod(total, metric.target.amount, situation)
    : ofTotal(total / metric.target.amount, situation);
}

/** Usage and requests of the pods that count, so far, and how many they are. */
interface Sum {
  usage: number;
  request: number;
  pods: number;
}

function ofPods(metric: MetricSpec, reading: PodReading, situation: Situation): Proposal | undefined {
  const { pods, now, settings, specReplicas } = situation;
  if (pods.length === 0) return undefined;
  const { type, amount } = metric.target;
  const isCpu = metric.name === 'cpu' && metric.type !== 'Pods';
  const isUtilization = type === 'Utilization';
  const sum: Sum = { usage: 0, request: 0, pods: 0 };
  let ready = 0;
  let unready = 0;
  let missing = 0;
  for (let index = 0; index < pods.length; index += 1) {
    const group = pods[index] as PodGroup;
    const sample = reading.samples[index];
    const request = reading.requests[index];
    // Of all pods, also those that do not count.
    if (isUtilization && request === undefined) return undefined;
    const counted = classOf(group, sample, isCpu, now, settings);
    if (counted === 'ready') {
      ready += group.count;
      add(sum, group.count, (sample as Sample).value, request ?? 0);
    } else if (counted === 'unready') unready += group.count;
    else if (counted === 'missing') missing += group.count;
  }
  for (const { value } of reading.strangers ?? []) addStranger(sum, isUtilization ? 0 : value);
  if (sum.pods === 0) return undefined;
  const ratio = ratioOf(sum, isUtilization, amount);
  if (ratio === undefined) return undefined;

  const countsUnready = unready > 0 && ratio > 1;
  if (!countsUnready && missing === 0) {
    return isTolerable(ratio, situation)
      ? { replicas: specReplicas, ratio, held: 'tolerance' }
      : { replicas: Math.ceil(ratio * ready), ratio };
  }
  const missesNothing = ratio > 1 || (ratio === 1 && !isUtilization && settings.kubernetes < LEFT_OUT_AT_TARGET_SINCE);
  for (let index = 0; index < pods.length; index += 1) {
    const group = pods[index] as PodGroup;
    const request = reading.requests[index] ?? 0;
    const counted = classOf(group, reading.samples[index], isCpu, now, settings);
    if (counted === 'missing' && ratio < 1) {
      const assumed = isUtilization ? Math.trunc((request * Math.max(100, amount)) / 100) : amount;
      add(sum, group.count, assumed, request);
    } else if ((counted === 'missing' && missesNothing) || (counted === 'unready' && countsUnready)) {
      add(sum, group.count, 0, request);
    }
  }
  const again = ratioOf(sum, isUtilization, amount);
  if (again === undefined) return undefined;
  const held = missing > 0 ? 'missing' : 'unready';
  if (isTolerable(again, situation) || (ratio < 1 && again > 1) || (ratio > 1 && again < 1)) {
    return { replicas: specReplicas, ratio, held };
  }
  const replicas = Math.ceil(again * sum.pods);
  if ((again < 1 && replicas > specReplicas) || (again > 1 && replicas < specReplicas)) {
    return { replicas: specReplicas, ratio, held: 'direction' };
  }
  return { replicas, ratio, held };
}

function add(sum: Sum, count: number, value: number, request: number): void {
  sum.usage += count * value;
  sum.request += count * request;
  sum.pods += count;
}

/** Counts as a pod, and in an average; but not in a percentage, since nothing is known of what it asks for. */
function addStranger(sum: Sum, value: number): void {
  sum.usage += value;
  sum.pods += 1;
}

/** In whole percents, or in whole thousandths: what is left of a division is cut off. */
function ratioOf({ usage, request, pods }: Sum, isUtilization: boolean, target: number): number | undefined {
  if (!isUtilization) return Math.trunc(usage / pods) / target;
  return request === 0 ? undefined : Math.trunc((usage * 100) / request) / target;
}

function isTolerable(ratio: number, { tolerances, settings }: Situation): boolean {
  return isWithin(ratio, tolerances, settings.kubernetes);
}

/** A value for all pods together: as many times the ready pods as it is too high. */
function ofTotal(ratio: number, situation: Situation): Proposal | undefined {
  const { specReplicas, pods } = situation;
  if (specReplicas === 0) return { replicas: Math.ceil(ratio), ratio };
  if (isTolerable(ratio, situation)) return { replicas: specReplicas, ratio, held: 'tolerance' };
  if (pods.length === 0) return undefined;
  let ready = 0;
  for (const group of pods) if (isReady(group)) ready += group.count;
  return { replicas: Math.ceil(ratio * ready), ratio };
}

/** A value for each pod: of those that are there, ready or not. */
function perPod(total: number, target: number, situation: Situation): Proposal {
  const { statusReplicas } = situation;
  const ratio = total / (target * statusReplicas);
  return isTolerable(ratio, situation)
    ? { replicas: statusReplicas, ratio, held: 'tolerance' }
    : { replicas: Math.ceil(total / target), ratio };
}
