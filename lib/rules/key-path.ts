/** The path to a key of an object: in brackets where it can't be the name of a field. */
export function keyPath(path: string, key: string): string {
  if (path === '') return key;
  return /^[A-Za-z]\w*$/.test(key) ? `${path}.${key}` : `${path}[${key}]`;
}
