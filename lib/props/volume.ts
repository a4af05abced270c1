import type { IConfigMap, IPersistentVolumeClaim, ISecret, VolumeSpec } from '../../imports/k8s';
import { nameOfReference } from './reference';

/** Since Kubernetes 1.31; the generated types are of 1.27. */
interface VolumeSpecWithImage extends VolumeSpec {
  readonly image?: { readonly reference: string };
}

/** Where a volume of the pod stands in a container. */
export interface VolumeMount {
  /** The name of the volume. */
  readonly name: string;

  /** The folder, from the root of the container. */
  readonly mountPath: string;

  /**
   * Whether the container can't write to it.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * The part of the volume to mount: a path in it.
   *
   * @default - the volume as a whole
   */
  readonly subPath?: string;
}

/** Which keys of a ConfigMap or a Secret become files. */
export interface FilesVolumeOptions {
  /**
   * The file for each key, relative to the mount.
   *
   * @default - every key is a file of its name
   */
  readonly items?: Record<string, string>;

  /**
   * The permission bits of the files, 0 to 0o777.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;

  /**
   * Whether the pod starts where the ConfigMap or the Secret is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A folder that lives as long as the pod. */
export interface EmptyDirOptions {
  /**
   * Whether it is in memory. What is in it then counts into the memory limits of the containers that write it.
   *
   * @default false
   */
  readonly inMemory?: boolean;

  /**
   * How much it may hold, as a quantity: `'10Gi'`. Above it the pod is evicted.
   *
   * @default - no limit; in memory: the memory limits of the containers
   */
  readonly sizeLimit?: string;
}

/**
 * A volume of the pod, by a name that `volumeMounts` refer to.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class Volume {
  /** An empty folder that lives as long as the pod. */
  public static emptyDir(name: string, options: EmptyDirOptions = {}): Volume {
    const { inMemory, sizeLimit } = options;
    return new Volume({ name, emptyDir: { medium: inMemory ? 'Memory' : undefined, sizeLimit } });
  }

  /**
   * A claim that exists.
   *
   * @param name the name of the volume
   * @param claim the name of the claim, or a claim of cdk8s-plus-27
   * @param readOnly whether every mount of it is read-only; without it, it is not
   */
  public static persistentVolumeClaim(
    name: string,
    claim: string | IPersistentVolumeClaim,
    readOnly?: boolean,
  ): Volume {
    return new Volume({ name, persistentVolumeClaim: { claimName: nameOfReference(claim), readOnly } });
  }

  /** The keys of a ConfigMap (its name, or one of cdk8s-plus-27) as files. */
  public static configMap(name: string, configMap: string | IConfigMap, options: FilesVolumeOptions = {}): Volume {
    const { items, defaultMode, optional } = options;
    return new Volume({
      name,
      configMap: { name: nameOfReference(configMap), items: filesOf(items), defaultMode, optional },
    });
  }

  /** The keys of a Secret (its name, or one of cdk8s-plus-27) as files. */
  public static secret(name: string, secret: string | ISecret, options: FilesVolumeOptions = {}): Volume {
    const { items, defaultMode, optional } = options;
    return new Volume({
      name,
      secret: { secretName: nameOfReference(secret), items: filesOf(items), defaultMode, optional },
    });
  }

  /**
   * An OCI image whose files are the volume, read-only. On by default since Kubernetes 1.35 (1.31 behind the gate
   * ImageVolume); older API servers refuse it.
   *
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes/
   */
  public static ociImage(name: string, reference: string): Volume {
    return new Volume({ name, image: { reference } });
  }

  /**
   * A file or a folder of the node.
   *
   * @param name the name of the volume
   * @param path the path on the node
   * @param type what must stand there, such as `Directory` or `DirectoryOrCreate`; without it nothing is checked
   */
  public static hostPath(name: string, path: string, type?: string): Volume {
    return new Volume({ name, hostPath: { path, type } });
  }

  private constructor(
    /** @internal */
    public readonly _spec: VolumeSpecWithImage,
  ) {}
}

function filesOf(items: Record<string, string> | undefined) {
  return items && Object.entries(items).map(([key, path]) => ({ key, path }));
}
