import { type Fields, fields, type Located } from '../manifest';
import { quantityOf } from '../quantity';
import { containersOf, type Pod } from './pods';

const BILLION = 1_000_000_000n;

export const MEBIBYTE = 2n ** 20n;

/** How much of a resource a container, or the pod as a whole, asks for or is limited to. */
export interface ResourceValue extends Located {
  readonly side: 'requests' | 'limits';
  /** In billionths of a core or a byte. */
  readonly billionths: bigint;
  /** All that the same `resources` say on that side. */
  readonly beside: Fields;
}

/** How much of a resource a pod says, wherever it says so; what is no quantity is left out. */
export function resourceValuesOf(pod: Pod, resource: string): readonly ResourceValue[] {
  const ofContainers = containersOf(pod).map(({ path, fields: { resources } }) => ({ path, resources }));
  return [...ofContainers, { path: pod.path, resources: pod.spec.resources }].flatMap(({ path, resources }) =>
    (['requests', 'limits'] as const).flatMap((side) => {
      const beside = fields(fields(resources)[side]);
      const value = beside[resource];
      const billionths = quantityOf(value);
      const place = `${path}.resources.${side}[${resource}]`;
      return billionths === undefined ? [] : [{ path: place, value, side, billionths, beside }];
    }),
  );
}

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
