import type { Duration } from 'cdk8s';

/** How KEDA compares the value of a trigger with its threshold. */
export enum KedaMetricType {
  /** The value divided by the number of pods: for what the pods share, such as a queue. */
  AVERAGE_VALUE = 'AverageValue',
  /** The value as it is: for what does not add up over pods, such as a latency. */
  VALUE = 'Value',
}

/** What else a trigger can say. */
export interface KedaTriggerOptions {
  /**
   * A name, by which `kubectl describe` and formulas refer to the trigger.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * The TriggerAuthentication, in the namespace of the app, that holds the secrets of the source.
   *
   * @default - none
   */
  readonly authentication?: string;

  /**
   * How the value is compared with the threshold.
   *
   * @default KedaMetricType.AVERAGE_VALUE
   */
  readonly metricType?: KedaMetricType;
}

/**
 * What KEDA looks at. All quantities are text: `'10'`.
 *
 * @see https://keda.sh/docs/latest/scalers/
 */
export class KedaTrigger {
  /**
   * A query of Prometheus (`ServingQuery` has some), divided by the number of pods unless `metricType` says otherwise.
   *
   * @param serverAddress its address, such as `http://prometheus.monitoring:9090`
   * @param query the query; it gives one number
   * @param threshold what a pod is held at on average
   * @param options what else the trigger says
   */
  public static prometheus(
    serverAddress: string,
    query: string,
    threshold: string,
    options?: KedaTriggerOptions,
  ): KedaTrigger {
    return new KedaTrigger('prometheus', { serverAddress, query, threshold }, options);
  }

  /** The lag of a consumer group on a Kafka topic; `lagThreshold` is what a pod is held at on average. */
  public static kafka(
    bootstrapServers: string,
    consumerGroup: string,
    topic: string,
    lagThreshold: string,
    options?: KedaTriggerOptions,
  ): KedaTrigger {
    return new KedaTrigger('kafka', { bootstrapServers, consumerGroup, topic, lagThreshold }, options);
  }

  /** The messages in an SQS queue; `queueLength` is what a pod is held at on average. */
  public static awsSqsQueue(
    queueURL: string,
    awsRegion: string,
    queueLength: string,
    options?: KedaTriggerOptions,
  ): KedaTrigger {
    return new KedaTrigger('aws-sqs-queue', { queueURL, awsRegion, queueLength }, options);
  }

  /** The length of a Redis list; `listLength` is what a pod is held at on average. */
  public static redis(
    address: string,
    listName: string,
    listLength: string,
    options?: KedaTriggerOptions,
  ): KedaTrigger {
    return new KedaTrigger('redis', { address, listName, listLength }, options);
  }

  /** So many pods between two times; `start` and `end` are cron expressions, the time zone a name such as `Europe/Paris`. */
  public static cron(timezone: string, start: string, end: string, desiredReplicas: number): KedaTrigger {
    return new KedaTrigger('cron', { timezone, start, end, desiredReplicas: String(desiredReplicas) });
  }

  /** CPU use of the pods, as a percentage of their requests. Can't scale from 0. */
  public static cpuUtilization(averageUtilization: number): KedaTrigger {
    return new KedaTrigger('cpu', { value: String(averageUtilization) }, undefined, 'Utilization');
  }

  /** Any other scaler, by its type and its own metadata. */
  public static of(type: string, metadata: Record<string, string>, options?: KedaTriggerOptions): KedaTrigger {
    return new KedaTrigger(type, metadata, options);
  }

  private constructor(
    /** @internal */
    public readonly _type: string,
    /** @internal */
    public readonly _metadata: Record<string, string>,
    /** @internal */
    public readonly _options: KedaTriggerOptions = {},
    /** @internal */
    public readonly _metricType?: string,
  ) {}
}

/**
 * KEDA as the scaler, in place of a HorizontalPodAutoscaler: it makes one itself, and scales from and to 0 pods beside it.
 * `minReplicas`, `maxReplicas` and `behavior` mean the same as without it; `minReplicas` may be 0. Excludes `metrics`.
 *
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export interface KedaProps {
  /** What KEDA looks at; the trigger that asks for most pods wins. */
  readonly triggers: KedaTrigger[];

  /**
   * How often the triggers are asked while there is no pod; whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly pollingInterval?: Duration;

  /**
   * How long nothing must be asked for before the last pod goes; whole seconds.
   *
   * @default Duration.minutes(5)
   */
  readonly cooldownPeriod?: Duration;

  /**
   * How many pods there are when the triggers fail `fallbackFailureThreshold` times in a row. Not for triggers on CPU or
   * memory; before KEDA 2.18 only for those that divide by the pods (`KedaMetricType.AVERAGE_VALUE`).
   *
   * @default - none: the count stays as it is
   */
  readonly fallbackReplicas?: number;

  /**
   * After how many failures in a row `fallbackReplicas` counts. Says nothing without it.
   *
   * @default 3
   */
  readonly fallbackFailureThreshold?: number;
}
