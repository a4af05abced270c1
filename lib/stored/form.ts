import { type Fields, fields } from '../manifest';
import { parseQuantity } from '../quantity';

/** Fields with what the server puts where they say nothing. */
export function withDefaults(said: Fields, defaults: Fields): Fields {
  const own = Object.entries(said).filter(([, value]) => value != null);
  return { ...defaults, ...Object.fromEntries(own) };
}

/** An amount in one spelling, whatever it was written as: `1000m`, `'1'` and 1 are the same. */
export function amountForm(value: unknown): unknown {
  const billionths = parseQuantity(String(value));
  return billionths === undefined ? value : `${billionths}n`;
}

export function amountsForm(amounts: unknown): Fields {
  return Object.fromEntries(Object.entries(fields(amounts)).map(([name, value]) => [name, amountForm(value)]));
}

/** Maps and lists in which nothing but their absence says anything. */
const EMPTY = new Set([
  'annotations', 'labels', 'resources', 'limits', 'requests', 'securityContext', 'initContainers', 'volumes',
  'volumeMounts', 'volumeDevices', 'env', 'envFrom', 'ports', 'args', 'command', 'imagePullSecrets', 'nodeSelector',
  'tolerations', 'affinity', 'topologySpreadConstraints', 'hostAliases', 'data', 'binaryData', 'stringData',
  'finalizers', 'ownerReferences', 'externalIPs', 'loadBalancer', 'rollingUpdate', 'lifecycle', 'claims',
]); // biome-ignore format: a list

/** Without what is nothing. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const form = compact(inner);
    return form == null || (EMPTY.has(key) && isEmpty(form)) ? [] : [[key, form]];
  });
  return Object.fromEntries(own);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
