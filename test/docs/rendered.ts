import type { Values } from '../difference';

/** What a case renders, in short: kinds, and fields of them. `isGroup`: what the case says is only a part of it. */
export function renderedBy(renders: Values, isGroup: boolean): string {
  const changes = Object.entries(renders).filter(([path]) => !path.endsWith(' apiVersion'));
  const made = changes.filter(([, value]) => value !== null).map(([path]) => path);
  const gone = changes.filter(([, value]) => value === null).map(([path]) => path);
  // A field that makes room for another is no news; an object is.
  const missed = made.length === 0 ? gone : gone.filter((path) => !path.includes(' '));
  return [...fieldsByKind(made, isGroup), ...missed.map(absence)].join('; ') || 'nothing';
}

/** `Deployment, Service metadata.labels`: kinds with the same fields stand together. */
function fieldsByKind(paths: readonly string[], isGroup: boolean): string[] {
  const fieldsOfKind = new Map<string, string[]>();
  for (const path of paths) {
    const [kind, field] = splitPath(path);
    const fields = fieldsOfKind.get(kind) ?? [];
    fieldsOfKind.set(kind, field === undefined || fields.includes(field) ? fields : [...fields, field]);
  }
  const kindsOfFields = new Map<string, string[]>();
  for (const [kind, fields] of fieldsOfKind) {
    const list = (isGroup ? commonParent(fields) : fields).map(shown).join(', ');
    kindsOfFields.set(list, [...(kindsOfFields.get(list) ?? []), kind]);
  }
  return [...kindsOfFields].map(([list, kinds]) => (list === '' ? kinds.join(', ') : `${kinds.join(', ')} ${list}`));
}

function absence(path: string): string {
  const [kind, field] = splitPath(path);
  return field === undefined ? `no ${kind}` : `${kind} without ${shown(field)}`;
}

/** Only the first container is the one that serves; elsewhere the place in a list means nothing. */
function splitPath(path: string): [kind: string, field?: string] {
  const [key = '', field] = path.split(' ');
  const kind = key.includes('/') ? `a further ${key.split('/')[0]}` : key;
  return [kind, field?.replace(/(?<!\.containers)\[\d+\]/g, '[]')];
}

function commonParent(fields: readonly string[]): string[] {
  const [first = [], ...others] = fields.map((field) => field.split('.'));
  const end = first.findIndex((name, depth) => others.some((other) => other[depth] !== name));
  const parent = end === -1 ? first : first.slice(0, end);
  return parent.length === 0 ? [] : [parent.join('.')];
}

function shown(field: string): string {
  return `\`${field.replace(/^spec\.template\.spec\./, '…')}\``;
}
