import { fields, type Located, type Manifest } from '../manifest';
import { objectsOf } from './objects';
import { onceASet } from './once-a-set';

/** A ConfigMap or a Secret. */
export interface Store {
  readonly manifest: Manifest;
  /** The fields that hold its data. */
  readonly data: readonly Located[];
  /** What the API server stores: text, or bytes. */
  readonly decoded: ReadonlyMap<string, string | Buffer>;
}

/** Each ConfigMap and each Secret of a set. */
export const storesOf = onceASet((set): readonly Store[] => {
  return [
    ...objectsOf(set, 'v1', 'ConfigMap').map((manifest) => store(manifest, 'data', 'binaryData')),
    ...secretsOf(set),
  ];
});

/** Each Secret of a set. What stringData says overwrites what data says. */
export const secretsOf = onceASet((set): readonly Store[] => {
  return objectsOf(set, 'v1', 'Secret').map((manifest) => store(manifest, 'stringData', 'data'));
});

export function bytesOf(value: string | Buffer): number {
  return Buffer.byteLength(value);
}

function store(manifest: Manifest, textField: string, base64Field: string): Store {
  const decoded = new Map<string, string | Buffer>();
  for (const [key, value] of Object.entries(fields(manifest[base64Field]))) {
    decoded.set(key, Buffer.from(textOf(value), 'base64'));
  }
  for (const [key, value] of Object.entries(fields(manifest[textField]))) decoded.set(key, textOf(value));
  const data = [textField, base64Field].map((path) => ({ path, value: manifest[path] }));
  return { manifest, data, decoded };
}

/** A key without a value has an empty one. */
function textOf(value: unknown): string {
  return String(value ?? '');
}
