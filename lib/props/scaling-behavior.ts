import type { Duration } from 'cdk8s';
import type { HpaScalingPolicy } from '../../imports/k8s';
import { seconds } from '../seconds';

/** Which policy counts when several allow a different change. */
export enum SelectPolicy {
  /** The one that allows the largest change. */
  MAX = 'Max',
  /** The one that allows the smallest change. */
  MIN = 'Min',
  /** None: no scaling in this direction. */
  DISABLED = 'Disabled',
}

/** How far the autoscaler may go within a period. */
export class ScalingPolicy {
  /** At most this many pods (at least 1) within a period of 1 second to 30 minutes. */
  public static pods(value: number, period: Duration): ScalingPolicy {
    return new ScalingPolicy('Pods', value, period);
  }

  /** At most this percentage (at least 1) of the pods within a period of 1 second to 30 minutes. */
  public static percent(value: number, period: Duration): ScalingPolicy {
    return new ScalingPolicy('Percent', value, period);
  }

  /** @internal */
  public readonly _spec: HpaScalingPolicy;

  private constructor(type: string, value: number, period: Duration) {
    this._spec = { type, value, periodSeconds: seconds(period) };
  }
}

/** The rules of one direction. What is left out is Kubernetes' own default of that direction. */
export interface ScalingRules {
  /**
   * How far back the autoscaler looks for the safest recommendation before it moves; whole seconds, 0 to 1 hour.
   *
   * @default - up: 0 seconds; down: 5 minutes, or what the cluster is set to
   */
  readonly stabilizationWindow?: Duration;

  /**
   * How far it may go within a period; `selectPolicy` chooses among them.
   *
   * @default - up: 4 pods or 100 % in 15 seconds; down: 100 % in 15 seconds
   */
  readonly policies?: ScalingPolicy[];

  /**
   * Which of the policies counts.
   *
   * @default SelectPolicy.MAX
   */
  readonly selectPolicy?: SelectPolicy;

  /**
   * How far the metric may be from its target before the autoscaler moves, as a fraction and a quantity: `'0.05'` is 5 %.
   * At least 0. Since Kubernetes 1.35 (1.33 behind the gate HPAConfigurableTolerance: without it they drop it in silence);
   * older API servers refuse it.
   *
   * @default - what the cluster is set to, usually 0.1
   */
  readonly tolerance?: string;
}

/**
 * How fast the autoscaler may go.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior
 */
export interface ScalingBehavior {
  /**
   * The rules for more pods.
   *
   * @default - Kubernetes' own
   */
  readonly scaleUp?: ScalingRules;

  /**
   * The rules for fewer pods.
   *
   * @default - Kubernetes' own
   */
  readonly scaleDown?: ScalingRules;
}
