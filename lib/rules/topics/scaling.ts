import { autoscalerConflict } from '../autoscaler-conflict';
import { autoscalerConflictInFolder } from '../autoscaler-conflict-in-folder';
import { fixedRange } from '../fixed-range';
import { gpuScaledOnCpu } from '../gpu-scaled-on-cpu';
import { memoryTarget } from '../memory-target';
import { metricContainer } from '../metric-container';
import { metricRequest } from '../metric-request';
import { metricTargetUnit } from '../metric-target-unit';
import { narrowTarget } from '../narrow-target';
import { objectMetricTarget } from '../object-metric-target';
import { replicasBesideAutoscaler } from '../replicas-beside-autoscaler';
import { resourceMetric } from '../resource-metric';
import type { Rule } from '../rule';
import { scaleTargetKind } from '../scale-target-kind';
import { scaleTargetMissing } from '../scale-target-missing';
import { scaleTargetName } from '../scale-target-name';
import { scaleToZero } from '../scale-to-zero';
import { scalingDisabled } from '../scaling-disabled';
import { scalingFlaps } from '../scaling-flaps';
import { scalingTolerance } from '../scaling-tolerance';
import { unreachableTarget } from '../unreachable-target';
import { zeroRequest } from '../zero-request';

/** Rules on autoscalers and what they scale. */
export const RULES: readonly Rule[] = [
  scaleTargetKind,
  scaleTargetName,
  scaleTargetMissing,
  autoscalerConflict,
  autoscalerConflictInFolder,
  metricContainer,
  resourceMetric,
  objectMetricTarget,
  metricRequest,
  zeroRequest,
  unreachableTarget,
  narrowTarget,
  metricTargetUnit,
  memoryTarget,
  gpuScaledOnCpu,
  fixedRange,
  scalingDisabled,
  scalingTolerance,
  scalingFlaps,
  scaleToZero,
  replicasBesideAutoscaler,
];
