import type { MetricSpec, MetricTarget as MetricTargetSpec } from '../../imports/k8s';

/** The object that an object metric describes, in the namespace of the app. */
export interface DescribedObject {
  /** The kind, such as `Ingress`. */
  readonly kind: string;

  /** The name. */
  readonly name: string;

  /**
   * The API version, such as `networking.k8s.io/v1`.
   *
   * @default - none: a kind of the core API
   */
  readonly apiVersion?: string;
}

/** What an object metric or an external metric is held at. */
export class MetricTarget {
  /** The metric itself is held at this quantity: replicas grow with `metric / value`. */
  public static value(value: string): MetricTarget {
    return new MetricTarget({ type: 'Value', value });
  }

  /** The metric divided by the number of pods is held at this quantity. */
  public static averageValue(averageValue: string): MetricTarget {
    return new MetricTarget({ type: 'AverageValue', averageValue });
  }

  private constructor(
    /** @internal */
    public readonly _spec: MetricTargetSpec,
  ) {}
}

/**
 * What the autoscaler looks at, and the value that it holds it at. With several metrics, the one that asks for most
 * pods wins.
 *
 * Utilization targets are percentages of the *request*, whole numbers of at least 1, and may be over 100 where the limit
 * leaves room. Values are Kubernetes quantities greater than 0: `'10'`, `'500m'`, `'2Gi'`.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export class ScalingMetric {
  /** CPU use of the pods, as a percentage of their CPU requests. Every container needs a request. */
  public static cpuUtilization(averageUtilization: number): ScalingMetric {
    return ScalingMetric.resource('cpu', { type: 'Utilization', averageUtilization });
  }

  /** CPU use a pod, as a quantity: `'500m'`. Needs no requests. */
  public static cpuAverageValue(averageValue: string): ScalingMetric {
    return ScalingMetric.resource('cpu', { type: 'AverageValue', averageValue });
  }

  /**
   * Memory use of the pods, as a percentage of their memory requests. A server that keeps its model in memory does not
   * give memory back when its load falls, and then never scales in.
   */
  public static memoryUtilization(averageUtilization: number): ScalingMetric {
    return ScalingMetric.resource('memory', { type: 'Utilization', averageUtilization });
  }

  /** Memory use a pod, as a quantity: `'6Gi'`. Scales in as little as `memoryUtilization`. */
  public static memoryAverageValue(averageValue: string): ScalingMetric {
    return ScalingMetric.resource('memory', { type: 'AverageValue', averageValue });
  }

  /**
   * CPU use of one container of each pod, as a percentage of its CPU request; the other containers need none. On by
   * default since Kubernetes 1.27.
   */
  public static containerCpuUtilization(container: string, averageUtilization: number): ScalingMetric {
    return new ScalingMetric({
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container, target: { type: 'Utilization', averageUtilization } },
    });
  }

  /**
   * Memory use of one container of each pod, as a percentage of its memory request. On by default since Kubernetes 1.27.
   */
  public static containerMemoryUtilization(container: string, averageUtilization: number): ScalingMetric {
    return new ScalingMetric({
      type: 'ContainerResource',
      containerResource: { name: 'memory', container, target: { type: 'Utilization', averageUtilization } },
    });
  }

  /**
   * A metric that every pod has, averaged over the pods, from the custom metrics API (`custom.metrics.k8s.io`).
   *
   * @param name the name of the metric, such as `queue_depth`
   * @param averageValue what a pod is held at on average
   * @param matchLabels labels that narrow the metric down
   */
  public static pods(name: string, averageValue: string, matchLabels?: Record<string, string>): ScalingMetric {
    return new ScalingMetric({
      type: 'Pods',
      pods: { metric: identifier(name, matchLabels), target: { type: 'AverageValue', averageValue } },
    });
  }

  /**
   * A metric of one other object, from the custom metrics API (`custom.metrics.k8s.io`).
   *
   * @param name the name of the metric, such as `requests_per_second`
   * @param describedObject the object that has it
   * @param target what it is held at
   * @param matchLabels labels that narrow the metric down
   */
  public static object(
    name: string,
    describedObject: DescribedObject,
    target: MetricTarget,
    matchLabels?: Record<string, string>,
  ): ScalingMetric {
    return new ScalingMetric({
      type: 'Object',
      object: { metric: identifier(name, matchLabels), describedObject, target: target._spec },
    });
  }

  /**
   * A metric from outside the cluster, from the external metrics API (`external.metrics.k8s.io`).
   *
   * @param name the name of the metric, such as `queue_messages_ready`
   * @param target what it is held at
   * @param matchLabels labels that narrow the metric down
   */
  public static external(name: string, target: MetricTarget, matchLabels?: Record<string, string>): ScalingMetric {
    return new ScalingMetric({
      type: 'External',
      external: { metric: identifier(name, matchLabels), target: target._spec },
    });
  }

  private static resource(name: string, target: MetricTargetSpec): ScalingMetric {
    return new ScalingMetric({ type: 'Resource', resource: { name, target } });
  }

  private constructor(
    /** @internal */
    public readonly _spec: MetricSpec,
  ) {}
}

function identifier(name: string, matchLabels?: Record<string, string>) {
  return { name, selector: matchLabels && { matchLabels } };
}
