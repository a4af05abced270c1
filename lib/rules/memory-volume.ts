import { at, fields, type Located, locatedItems } from '../manifest';
import { quantityOf } from '../quantity';
import type { Container, Pod } from './pods';

/** An emptyDir in the memory of the node. */
export interface MemoryVolume extends Located {
  readonly name: unknown;
  /** In billionths of a byte; nothing where it is not said, or 0, which says as little. */
  readonly sizeLimit: bigint | undefined;
  readonly containers: readonly Container[];
}

/** The emptyDirs of a pod that live in memory, each with the containers that mount it. */
export function memoryVolumesOf(pod: Pod): readonly MemoryVolume[] {
  return locatedItems({ path: `${pod.path}.volumes`, value: pod.spec.volumes })
    .filter(({ value }) => at(value, 'emptyDir', 'medium') === 'Memory')
    .map(({ path, value }) => {
      const { name } = fields(value);
      return {
        path: `${path}.emptyDir`,
        value: at(value, 'emptyDir'),
        name,
        sizeLimit: quantityOf(at(value, 'emptyDir', 'sizeLimit')) || undefined,
        containers: pod.containers.filter((container) => mounts(container, name)),
      };
    });
}

function mounts({ fields: { volumeMounts } }: Container, name: unknown): boolean {
  return locatedItems({ path: '', value: volumeMounts }).some(({ value }) => fields(value).name === name);
}

/** The memory that a container may use, in billionths of a byte: its own limit, or that of the whole pod. */
export function memoryLimitOf({ fields: { resources }, pod }: Container): bigint | undefined {
  const own = quantityOf(at(resources, 'limits', 'memory')) || undefined;
  return own ?? (quantityOf(at(pod.spec.resources, 'limits', 'memory')) || undefined);
}
