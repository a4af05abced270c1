import type { IPersistentVolumeClaim } from '../../imports/k8s';
import type { EnvFrom, EnvValue } from './env';
import { Volume } from './volume';

/** An init container that fetches the model before the server starts. */
export interface ModelFetch {
  /** The image. */
  readonly image: string;

  /** The command. It writes into the folder of `modelPath`. */
  readonly command: string[];

  /**
   * Environment variables, such as the token of a model hub.
   *
   * @default - none
   */
  readonly env?: Record<string, string | EnvValue>;

  /**
   * ConfigMaps and Secrets of which every key becomes an environment variable.
   *
   * @default - none
   */
  readonly envFrom?: EnvFrom[];

  /**
   * How much the model may weigh, as a quantity: `'50Gi'`. Above it the pod is evicted.
   *
   * @default - no limit but the disk of the node
   */
  readonly sizeLimit?: string;
}

/** What a pod needs to have the model in its folder. @internal */
export interface ModelParts {
  readonly volume?: Volume;
  readonly readOnly: boolean;
  readonly fetch?: ModelFetch;
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
    return new ModelSource({ volume: Volume.persistentVolumeClaim(VOLUME, claim, true), readOnly: true });
  }

  /** Fetched by an init container, anew for every pod: every scale-up waits for it. */
  public static fetch(fetch: ModelFetch): ModelSource {
    const volume = Volume.emptyDir(VOLUME, { sizeLimit: fetch.sizeLimit });
    return new ModelSource({ volume, readOnly: true, fetch });
  }

  /**
   * An OCI image that holds the model, mounted read-only. On by default since Kubernetes 1.35 (1.31 behind the gate
   * ImageVolume); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes/
   */
  public static ociImage(reference: string): ModelSource {
    return new ModelSource({ volume: Volume.ociImage(VOLUME, reference), readOnly: true });
  }

  /**
   * An empty folder that the server fills itself, anew for every pod.
   *
   * @param sizeLimit how much it may hold, as a quantity; without it, no limit
   * @param inMemory whether it is in memory, and counts into the memory limit; without it, it is on disk
   */
  public static cache(sizeLimit?: string, inMemory?: boolean): ModelSource {
    return new ModelSource({ volume: Volume.emptyDir(VOLUME, { sizeLimit, inMemory }), readOnly: false });
  }

  private constructor(
    /** @internal */
    public readonly _parts: ModelParts,
  ) {}
}

const VOLUME = 'model';
