import type { Duration } from 'cdk8s';
import type { IConfigMap, IPersistentVolumeClaim, ISecret, VolumeSpec } from '../../imports/k8s';
import { seconds } from '../seconds';
import { nameOfReference } from './reference';

type ProjectedSourceSpec = NonNullable<NonNullable<VolumeSpec['projected']>['sources']>[number];

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

/** What a CSI driver is told. */
export interface CsiVolumeOptions {
  /**
   * Whether no container can write to it.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * The file system.
   *
   * @default - the driver's own
   */
  readonly fsType?: string;

  /**
   * What the driver itself wants to know.
   *
   * @default - nothing
   */
  readonly volumeAttributes?: Record<string, string>;
}

/**
 * One source of a projected volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export class ProjectedSource {
  /** The keys of a ConfigMap (its name, or one of cdk8s-plus-27) as files; `items` names the file for each key. */
  public static configMap(configMap: string | IConfigMap, items?: Record<string, string>): ProjectedSource {
    return new ProjectedSource({ configMap: { name: nameOfReference(configMap), items: filesOf(items) } });
  }

  /** The keys of a Secret (its name, or one of cdk8s-plus-27) as files; `items` names the file for each key. */
  public static secret(secret: string | ISecret, items?: Record<string, string>): ProjectedSource {
    return new ProjectedSource({ secret: { name: nameOfReference(secret), items: filesOf(items) } });
  }

  /**
   * A token of the pod's account.
   *
   * @param path the file
   * @param audience for whom; without it, the API server
   * @param expiration how long it is good for; whole seconds, at least 10 minutes; without it, 1 hour
   */
  public static serviceAccountToken(path: string, audience?: string, expiration?: Duration): ProjectedSource {
    return new ProjectedSource({
      serviceAccountToken: { path, audience, expirationSeconds: seconds(expiration) },
    });
  }

  /** Fields of the pod as files: the field, such as `metadata.labels`, for each file. */
  public static fields(fieldOfFile: Record<string, string>): ProjectedSource {
    const items = Object.entries(fieldOfFile).map(([path, fieldPath]) => ({ path, fieldRef: { fieldPath } }));
    return new ProjectedSource({ downwardAPI: { items } });
  }

  private constructor(
    /** @internal */
    public readonly _source: ProjectedSourceSpec,
  ) {}
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

  /**
   * Several sources in one folder, such as a token with an audience of its own beside a ConfigMap.
   *
   * @param name the name of the volume
   * @param sources what stands in it
   * @param defaultMode the permission bits of the files, 0 to 0o777; without it 0o644
   * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
   */
  public static projected(name: string, sources: ProjectedSource[], defaultMode?: number): Volume {
    return new Volume({ name, projected: { sources: sources.map((source) => source._source), defaultMode } });
  }

  /**
   * A volume of a CSI driver that lives as long as the pod, such as secrets-store or an object-store mount.
   *
   * @see https://kubernetes.io/docs/concepts/storage/volumes/#csi
   */
  public static csi(name: string, driver: string, options: CsiVolumeOptions = {}): Volume {
    return new Volume({ name, csi: { driver, ...options } });
  }

  /** A folder that an NFS server exports. */
  public static nfs(name: string, server: string, path: string, readOnly?: boolean): Volume {
    return new Volume({ name, nfs: { server, path, readOnly } });
  }

  /**
   * Any other kind of volume, in Kubernetes' own words.
   *
   * @param name the name of the volume
   * @param type the kind, such as `ephemeral`
   * @param source what Kubernetes wants to know about it
   * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
   */
  // biome-ignore lint/suspicious/noExplicitAny: jsii has no type for values of any shape but any
  public static of(name: string, type: string, source: Record<string, any>): Volume {
    return new Volume({ name, [type]: source });
  }

  private constructor(
    /** @internal */
    public readonly _spec: VolumeSpecWithImage,
  ) {}
}

function filesOf(items: Record<string, string> | undefined) {
  return items && Object.entries(items).map(([key, path]) => ({ key, path }));
}
