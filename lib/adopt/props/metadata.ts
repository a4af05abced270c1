import { fields } from '../../manifest';
import { type Entry, entry, text } from '../code/code';
import { fieldsOf, type Said, under } from '../said';

/** What all objects of an app say alike. */
export interface Common {
  readonly name: string;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** The name, labels and annotations of one object, where they are not those of the app. */
export function metadataProps(object: Said, common: Common): Entry[] {
  const name = under(object, 'metadata', 'name');
  return [
    ...(typeof name.value === 'string' && name.value !== common.name ? entry('name', text(name.value), name) : []),
    ...recordProp('labels', under(object, 'metadata', 'labels'), common.labels),
    ...recordProp('annotations', under(object, 'metadata', 'annotations'), common.annotations),
  ];
}

/** A map of texts but for what stands elsewhere already; what is no text stays for a patch. */
export function recordProp(prop: string, record: Said, elsewhere: Readonly<Record<string, unknown>>): Entry[] {
  return textsProp(prop, record, ([key, { value }]) => !Object.hasOwn(elsewhere, key) || elsewhere[key] !== value);
}

/** The part of a map that all objects of the app share. */
export function commonProp(prop: string, record: Said, common: Readonly<Record<string, unknown>>): Entry[] {
  return textsProp(prop, record, ([key]) => Object.hasOwn(common, key));
}

type Field = ReturnType<typeof fieldsOf>[number];

function textsProp(prop: string, record: Said, isMeant: (field: Field) => boolean): Entry[] {
  const own = fieldsOf(record).filter(isMeant);
  const entries = own.flatMap(([key, inner]) =>
    typeof inner.value === 'string' ? entry(key, text(inner.value), inner) : [],
  );
  return entries.length === 0 ? [] : entry(prop, { kind: 'group', entries }, record);
}

/** What several maps say alike. */
export function commonOf(records: readonly Said[]): Record<string, unknown> {
  const [first, ...others] = records.map(({ value }) => fields(value));
  const shared = Object.entries(first ?? {}).filter(
    ([key, value]) =>
      typeof value === 'string' && others.every((other) => Object.hasOwn(other, key) && other[key] === value),
  );
  return Object.fromEntries(shared);
}
