import type { Duration } from 'cdk8s';
import type { Container } from '../../imports/k8s';
import { seconds } from '../seconds';

type Handler = NonNullable<NonNullable<Container['lifecycle']>['preStop']>;

/** Since Kubernetes 1.30; the generated types are of 1.27. */
interface HandlerWithSleep extends Handler {
  readonly sleep?: { readonly seconds: number };
}

/**
 * What the kubelet does right after a container has started, or before it is told to end.
 *
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export class LifecycleHook {
  /** Runs a command in the container, without a shell. */
  public static exec(command: string[]): LifecycleHook {
    return new LifecycleHook({ exec: { command } });
  }

  /** Asks over HTTP; `port` is a number, or the name of a container port. */
  public static httpGet(path: string, port: number | string): LifecycleHook {
    return new LifecycleHook({ httpGet: { path, port } });
  }

  /**
   * Waits; whole seconds, at least 1. Needs no `sleep` in the image. Since Kubernetes 1.30 (1.29 behind the gate
   * PodLifecycleSleepAction); older API servers refuse it.
   */
  public static sleep(duration: Duration): LifecycleHook {
    return new LifecycleHook({ sleep: { seconds: seconds(duration) } });
  }

  private constructor(
    /** @internal */
    public readonly _handler: HandlerWithSleep,
  ) {}
}
