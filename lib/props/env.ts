import type { EnvVar, IConfigMap, ISecret, PodSpec } from '../../imports/k8s';
import { nameOfReference } from './reference';

type EnvVarSource = NonNullable<EnvVar['valueFrom']>;
type EnvFromSource = NonNullable<PodSpec['containers'][number]['envFrom']>[number];

/**
 * The value of an environment variable that is not written out.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
 */
export class EnvValue {
  /**
   * A key of a Secret.
   *
   * @param secret its name, or a Secret of cdk8s-plus-27
   * @param key the key
   * @param optional whether the pod starts where the Secret or the key is missing; without it, it does not
   */
  public static secretKey(secret: string | ISecret, key: string, optional?: boolean): EnvValue {
    return new EnvValue({ secretKeyRef: { name: nameOfReference(secret), key, optional } });
  }

  /**
   * A key of a ConfigMap.
   *
   * @param configMap its name, or a ConfigMap of cdk8s-plus-27
   * @param key the key
   * @param optional whether the pod starts where the ConfigMap or the key is missing; without it, it does not
   */
  public static configMapKey(configMap: string | IConfigMap, key: string, optional?: boolean): EnvValue {
    return new EnvValue({ configMapKeyRef: { name: nameOfReference(configMap), key, optional } });
  }

  /** A field of the pod, such as `metadata.name` or `status.podIP`. */
  public static field(fieldPath: string): EnvValue {
    return new EnvValue({ fieldRef: { fieldPath } });
  }

  /**
   * A request or a limit of a container of the pod, such as `limits.cpu`.
   *
   * @param resource what is asked for
   * @param containerName the container; without it, the one that has the variable
   * @param divisor the unit, such as `'1m'` or `'1Mi'`; without it `'1'`, and fractions are rounded up
   */
  public static resourceField(resource: string, containerName?: string, divisor?: string): EnvValue {
    return new EnvValue({ resourceFieldRef: { resource, containerName, divisor } });
  }

  private constructor(
    /** @internal */
    public readonly _source: EnvVarSource,
  ) {}
}

/** A ConfigMap or a Secret of which every key becomes an environment variable. */
export class EnvFrom {
  /**
   * Every key of a Secret.
   *
   * @param secret its name, or a Secret of cdk8s-plus-27
   * @param prefix what stands before each name; without it nothing
   * @param optional whether the pod starts where the Secret is missing; without it, it does not
   */
  public static secret(secret: string | ISecret, prefix?: string, optional?: boolean): EnvFrom {
    return new EnvFrom({ prefix, secretRef: { name: nameOfReference(secret), optional } });
  }

  /**
   * Every key of a ConfigMap.
   *
   * @param configMap its name, or a ConfigMap of cdk8s-plus-27
   * @param prefix what stands before each name; without it nothing
   * @param optional whether the pod starts where the ConfigMap is missing; without it, it does not
   */
  public static configMap(configMap: string | IConfigMap, prefix?: string, optional?: boolean): EnvFrom {
    return new EnvFrom({ prefix, configMapRef: { name: nameOfReference(configMap), optional } });
  }

  private constructor(
    /** @internal */
    public readonly _source: EnvFromSource,
  ) {}
}
