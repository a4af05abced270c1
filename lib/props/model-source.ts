import type { IPersistentVolumeClaim } from '../../imports/k8s';
import type { ContainerProps } from './container';
import type { ObjectMetadata } from './metadata';
import { MODEL_VOLUME } from './model-volume';
import { Volume } from './volume';

/** An init container that fetches the model before the server starts. It writes into the folder of `modelPath`. */
export interface ModelFetch extends ContainerProps {
  /**
   * How much the model may weigh, as a quantity: `'50Gi'`. Above it the pod is evicted.
   *
   * @default - no limit but the disk of the node
   */
  readonly sizeLimit?: string;
}

/** How many nodes may mount a claim, and how. */
export enum ClaimAccessMode {
  /** One node, for reading and writing: more pods than one must then stand on the same node. */
  READ_WRITE_ONCE = 'ReadWriteOnce',
  /** Many nodes, for reading and writing. */
  READ_WRITE_MANY = 'ReadWriteMany',
  /** One pod. A beta in 1.27 and 1.28, on by default. */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',
}

/**
 * A new PersistentVolumeClaim for the model. `kubectl delete -f dist` deletes it, and with most storage classes the
 * model in it.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export interface NewClaimProps extends ObjectMetadata {
  /** How much it holds, as a quantity: `'100Gi'`. */
  readonly size: string;

  /**
   * The class of the storage.
   *
   * @default - the default class of the cluster
   */
  readonly storageClassName?: string;

  /**
   * Who may mount it. The storage class must offer it.
   *
   * @default ClaimAccessMode.READ_WRITE_MANY
   */
  readonly accessMode?: ClaimAccessMode;
}

/** What a pod needs to have the model in its folder. @internal */
export interface ModelParts {
  readonly volume?: Volume;
  readonly readOnly: boolean;
  readonly fetch?: ModelFetch;
  readonly newClaim?: NewClaimProps;
}

/**
 * Where the model comes from. It stands in the folder `modelPath` of the container that serves.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class ModelSource {
  /** In the image of the server already. */
  public static inImage(): ModelSource {
    return new ModelSource({ readOnly: true });
  }

  /**
   * A claim that exists and holds the model: mounted read-only, by as many pods as there are. Its volume must allow many
   * readers (ReadOnlyMany or ReadWriteMany): a ReadWriteOnce claim ties all pods to one node.
   *
   * @param claim the name of the claim, or a claim of cdk8s-plus-27
   */
  public static persistentVolumeClaim(claim: string | IPersistentVolumeClaim): ModelSource {
    return new ModelSource({ volume: Volume.persistentVolumeClaim(MODEL_VOLUME, claim, true), readOnly: true });
  }

  /**
   * A new claim, which the pods share and the server fills itself at its first start: mounted for reading and writing.
   * Its name is that of the app with `-model` behind it, unless it says another.
   */
  public static newPersistentVolumeClaim(claim: NewClaimProps): ModelSource {
    return new ModelSource({ newClaim: claim, readOnly: false });
  }

  /**
   * Fetched by an init container, after those of the pod, anew for every pod: every scale-up waits for it. Its time is not
   * in `startupBudget`, but it counts into `deployment.progressDeadline`.
   */
  public static fetch(fetch: ModelFetch): ModelSource {
    const volume = Volume.emptyDir(MODEL_VOLUME, { sizeLimit: fetch.sizeLimit });
    return new ModelSource({ volume, readOnly: true, fetch });
  }

  /**
   * An OCI image that holds the model, mounted read-only. On by default since Kubernetes 1.35 (1.31 behind the gate
   * ImageVolume); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes/
   */
  public static ociImage(reference: string): ModelSource {
    return new ModelSource({ volume: Volume.ociImage(MODEL_VOLUME, reference), readOnly: true });
  }

  /**
   * An empty folder that the server fills itself, anew for every pod.
   *
   * @param sizeLimit how much it may hold, as a quantity; without it, no limit
   * @param inMemory whether it is in memory, and counts into the memory limit; without it, it is on disk
   */
  public static cache(sizeLimit?: string, inMemory?: boolean): ModelSource {
    return new ModelSource({ volume: Volume.emptyDir(MODEL_VOLUME, { sizeLimit, inMemory }), readOnly: false });
  }

  private constructor(
    /** @internal */
    public readonly _parts: ModelParts,
  ) {}
}
