/** JSON Pointers: names of fields may have dots in them. @see https://www.rfc-editor.org/rfc/rfc6901 */

/** The pointer to a field, or an item, of what a pointer leads to. */
export function step(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function namesIn(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerTo(names: readonly string[]): string {
  return names.reduce(step, '');
}

/** As the API server writes it, for people: `spec.containers[0].image`. */
export function pathOf(pointer: string): string {
  const parts = namesIn(pointer).map((name) => {
    if (/^\d+$/.test(name)) return `[${name}]`;
    return /[.[\]]/.test(name) ? `[${name}]` : `.${name}`;
  });
  return parts.join('').replace(/^\./, '');
}
