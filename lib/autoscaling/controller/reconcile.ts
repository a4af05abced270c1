import { TOLERANCE_COUNTS_SINCE, type Tolerances } from '../tolerance';
import { isTrue, setCondition } from './conditions';
import { limitByBehavior, limitByFlag, recordChange } from './limits';
import type { Memory } from './memory';
import type { PodGroup } from './pods';
import { type Proposal, proposalOf, type Reading, type Situation } from './proposal';
import { type ControllerSettings, REMEMBERS_ZERO_SINCE, SCALES_TO_ZERO_SINCE } from './settings';
import type { AutoscalerSpec, MetricSpec } from './spec';
import { stabilizeByBehavior, stabilizeByFlag } from './stabilization';

/** What the controller finds when it looks at an autoscaler. */
export interface Observation {
  /** Milliseconds. */
  readonly now: number;
  /** The scale of the target; nothing where it can't be read. */
  readonly scale: Scale | undefined;
  /** The pods that the selector of the scale finds. */
  readonly pods: readonly PodGroup[];
  /** One for each metric of the autoscaler. */
  readonly readings: readonly Reading[];
  /** Whether the target can't be scaled. */
  readonly failsToWrite?: boolean;
}

export interface Scale {
  readonly specReplicas: number;
  readonly statusReplicas: number;
}

/** What the controller made of it. The conditions are in its memory. */
export interface Decision {
  /** What the target is scaled to; nothing where it is left alone. */
  readonly written: number | undefined;
  /** What the metrics ask for, before all else; nothing where they were not asked, or gave no answer. */
  readonly recommended: number | undefined;
  /** What recent recommendations did to it: `ScaleUpStabilized`, `ScaleDownStabilized`; nothing where they did nothing. */
  readonly stabilized: string | undefined;
  /** The metric that asked for the most, by its place, and its proposal. */
  readonly metric: number;
  readonly proposal: Proposal | undefined;
}

const LEFT_ALONE: Decision = {
  written: undefined,
  recommended: undefined,
  stabilized: undefined,
  metric: -1,
  proposal: undefined,
};

/**
 * One look of the controller at one autoscaler: reconcileAutoscaler. Changes the memory.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/horizontal.go
 */
export function reconcile(
  memory: Memory,
  spec: AutoscalerSpec,
  observation: Observation,
  settings: ControllerSettings,
): Decision {
  const { now, scale } = observation;
  const { conditions } = memory;
  if (scale === undefined) {
    setCondition(conditions, 'AbleToScale', false, 'FailedGetScale');
    return LEFT_ALONE;
  }
  setCondition(conditions, 'AbleToScale', true, 'SucceededGetScale');
  const current = scale.specReplicas;
  memory.recommendations ??= [{ replicas: current, timestamp: now }];

  if (current === 0 && staysAtZero(memory, spec, settings)) {
    setCondition(conditions, 'ScalingActive', false, 'ScalingDisabled');
    memory.desiredReplicas = 0;
    return LEFT_ALONE;
  }
  const fromZero = current === 0 && settings.kubernetes >= REMEMBERS_ZERO_SINCE;
  if (!fromZero && current > spec.maxReplicas) {
    return write(memory, spec, observation, settings, { ...LEFT_ALONE, written: spec.maxReplicas });
  }
  if (!fromZero && current < spec.minReplicas) {
    return write(memory, spec, observation, settings, { ...LEFT_ALONE, written: spec.minReplicas });
  }

  const chosen = highestProposal(memory, spec, observation, scale, settings);
  if (chosen === undefined) return LEFT_ALONE;
  const { metric, proposal } = chosen;
  const recommended = Math.max(0, proposal.replicas);
  const normalized = normalize(memory, spec, recommended, current, now, settings);
  const desired = fromZero ? Math.max(normalized.replicas, spec.minReplicas) : normalized.replicas;
  const decision = { written: undefined, recommended, stabilized: normalized.stabilized, metric, proposal };
  if (desired !== current) return write(memory, spec, observation, settings, { ...decision, written: desired });
  memory.desiredReplicas = current;
  return decision;
}

/** Whether a target without pods is left alone: someone has switched it off. */
function staysAtZero(
  { conditions }: Memory,
  { minReplicas, metrics }: AutoscalerSpec,
  { kubernetes }: ControllerSettings,
): boolean {
  if (kubernetes < REMEMBERS_ZERO_SINCE) return minReplicas !== 0;
  const isOurs = kubernetes >= SCALES_TO_ZERO_SINCE && isTrue(conditions, 'ScaledToZero');
  return !(isOurs && (minReplicas !== 0 || metrics.some(isOfOthers)));
}

function isOfOthers({ type }: MetricSpec): boolean {
  return type === 'Object' || type === 'External';
}

/** Nothing where no metric can be read, or one can't and the others would take pods away. */
function highestProposal(
  memory: Memory,
  spec: AutoscalerSpec,
  { now, pods, readings }: Observation,
  { specReplicas, statusReplicas }: Scale,
  settings: ControllerSettings,
): { readonly metric: number; readonly proposal: Proposal } | undefined {
  const tolerances = tolerancesOf(spec, settings);
  const situation: Situation = { now, specReplicas, statusReplicas, pods, settings, tolerances };
  let chosen = -1;
  let highest: Proposal | undefined;
  let failed: MetricSpec | undefined;
  for (let index = 0; index < spec.metrics.length; index += 1) {
    const metric = spec.metrics[index] as MetricSpec;
    const proposal = proposalOf(metric, readings[index], situation);
    if (proposal === undefined) failed ??= metric;
    else if (highest === undefined || highest.replicas === 0 || proposal.replicas > highest.replicas) {
      highest = proposal;
      chosen = index;
    }
  }
  if (failed !== undefined && (highest === undefined || highest.replicas < specReplicas)) {
    setCondition(memory.conditions, 'ScalingActive', false, `FailedGet${failed.type}Metric`);
    return undefined;
  }
  setCondition(memory.conditions, 'ScalingActive', true, 'ValidMetricFound');
  return highest === undefined ? undefined : { metric: chosen, proposal: highest };
}

/** `tolerance` in a behavior counts since 1.35. */
function tolerancesOf({ behavior }: AutoscalerSpec, { kubernetes, tolerance }: ControllerSettings): Tolerances {
  const isSaid = kubernetes >= TOLERANCE_COUNTS_SINCE;
  return {
    scaleUp: (isSaid ? behavior?.scaleUp.tolerance : undefined) ?? tolerance,
    scaleDown: (isSaid ? behavior?.scaleDown.tolerance : undefined) ?? tolerance,
  };
}

/** Brings what was recommended before to bear, and the bounds and the pace of change. */
function normalize(
  memory: Memory,
  spec: AutoscalerSpec,
  recommended: number,
  current: number,
  now: number,
  settings: ControllerSettings,
): { readonly replicas: number; readonly stabilized: string | undefined } {
  const { behavior } = spec;
  const { conditions } = memory;
  const stabilized =
    behavior === undefined
      ? stabilizeByFlag(memory, recommended, now, settings)
      : stabilizeByBehavior(memory, recommended, current, now, behavior, settings);
  setCondition(conditions, 'AbleToScale', true, stabilized.reason);
  const limited =
    behavior === undefined
      ? limitByFlag(stabilized.replicas, current, spec)
      : limitByBehavior(memory, stabilized.replicas, current, now, spec, behavior);
  setCondition(conditions, 'ScalingLimited', limited.replicas !== stabilized.replicas, limited.reason);
  const { reason } = stabilized;
  return { replicas: limited.replicas, stabilized: reason === 'ReadyForNewScale' ? undefined : reason };
}

function write(
  memory: Memory,
  spec: AutoscalerSpec,
  { now, scale, failsToWrite }: Observation,
  { kubernetes }: ControllerSettings,
  decision: Decision & { readonly written: number },
): Decision {
  const { conditions } = memory;
  const { written } = decision;
  const before = scale?.specReplicas ?? 0;
  if (failsToWrite) {
    setCondition(conditions, 'AbleToScale', false, 'FailedUpdateScale');
    return { ...decision, written: undefined };
  }
  setCondition(conditions, 'AbleToScale', true, 'SucceededRescale');
  if (spec.behavior !== undefined) recordChange(memory, before, written, now, spec.behavior);
  if (kubernetes >= SCALES_TO_ZERO_SINCE) {
    const isToZero = before > 0 && written === 0 && spec.minReplicas === 0 && spec.metrics.some(isOfOthers);
    setCondition(conditions, 'ScaledToZero', isToZero, isToZero ? 'ScaledToZero' : 'NotScaledToZero');
  }
  memory.desiredReplicas = written;
  return decision;
}
