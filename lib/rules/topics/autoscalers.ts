import { autoscalerAnnotation } from '../autoscaler-annotation';
import { emptyMetrics } from '../empty-metrics';
import type { Rule } from '../rule';
import { scaleTarget } from '../scale-target';
import { scalingBehavior } from '../scaling-behavior';
import { scalingMetric } from '../scaling-metric';

/** Rules on HorizontalPodAutoscalers as such. */
export const RULES: readonly Rule[] = [scaleTarget, scalingMetric, emptyMetrics, scalingBehavior, autoscalerAnnotation];
