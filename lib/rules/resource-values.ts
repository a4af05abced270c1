import { append } from '../grouped';
import { type Fields, fields, type Located, type Manifest } from '../manifest';
import { quantityOf } from '../quantity';
import type { ManifestSet } from './manifest-set';
import { onceASet } from './once-a-set';
import { podsOf } from './pods';

const BILLION = 1_000_000_000n;

export const MEBIBYTE = 2n ** 20n;

/** How much of a resource a container, or the pod as a whole, asks for or is limited to. */
export interface ResourceValue extends Located {
  readonly manifest: Manifest;
  readonly side: 'requests' | 'limits';
  /** In billionths of a core or a byte. */
  readonly billionths: bigint;
  /** All that the same `resources` say on that side. */
  readonly beside: Fields;
}

/** How much of a resource the pods of a set say, wherever they say so; what is no quantity is left out. */
export function resourceValuesIn(set: ManifestSet, resource: string): readonly ResourceValue[] {
  return valuesByResource(set).get(resource) ?? [];
}

const valuesByResource = onceASet((set) => {
  const byResource = new Map<string, ResourceValue[]>();
  for (const pod of podsOf(set)) {
    for (const owner of [...pod.containers, { path: pod.path, value: pod.spec }]) {
      for (const side of ['requests', 'limits'] as const) {
        const beside = fields(fields(fields(owner.value).resources)[side]);
        for (const resource of Object.keys(beside)) {
          const value = beside[resource];
          const billionths = quantityOf(value);
          if (billionths === undefined) continue;
          const path = `${owner.path}.resources.${side}[${resource}]`;
          append(byResource, resource, { manifest: pod.manifest, path, value, side, billionths, beside });
        }
      }
    }
  }
  return byResource;
});

/** Whether an amount is there and less than a whole number of units. */
export function isBelow(billionths: bigint | undefined, units: bigint): boolean {
  return billionths !== undefined && billionths > 0n && billionths < units * BILLION;
}

/** Whether an amount is more than a whole number of units. */
export function isAbove(billionths: bigint | undefined, units: bigint): boolean {
  return billionths !== undefined && billionths > units * BILLION;
}

/** Whole units in an amount. */
export function wholeUnits(billionths: bigint): bigint {
  return billionths / BILLION;
}

/** What a number of bytes without a sound unit was most likely meant to be: `512m` is 512Mi, `4` is 4Gi. */
export function likelyBytes(value: unknown): string {
  const [, digits = '', suffix = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
  if (digits === '') return 'write bytes with a suffix (512Mi, 8Gi)';
  return suffix === '' && Number(digits) <= 64 ? `write ${digits}Gi, or ${digits}Mi` : `write ${digits}Mi`;
}

/** Bytes as they were written, in words: 0.512 bytes. */
export function inBytes(billionths: bigint): string {
  const bytes = Number(billionths) / Number(BILLION);
  return `${bytes} byte${bytes === 1 ? '' : 's'}`;
}
