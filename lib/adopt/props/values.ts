import { fieldNames, hasFields, OLDEST, typeOfField } from '../../schema/schema';
import { type Code, call, type Entry, entry, type List, name, plain, text } from '../code/code';
import { fieldsOf, hasOnly, isSaid, itemsOf, type Said, under } from '../said';

/** Makes code of a value; nothing where a prop can't say it. */
export type Convert = (said: Said) => Code | undefined;

/** The prop that says a field, where the field says something that the prop can. */
export function prop(propName: string, said: Said, convert: Convert): Entry[] {
  return isSaid(said) ? entry(propName, convert(said), said) : [];
}

export const asText: Convert = ({ value }) => (typeof value === 'string' ? text(value) : undefined);

export const asNumber: Convert = ({ value }) => (typeof value === 'number' ? plain(value) : undefined);

export const asFlag: Convert = ({ value }) => (typeof value === 'boolean' ? plain(value) : undefined);

export const asNumberOrText: Convert = (said) => asNumber(said) ?? asText(said);

/** An amount is text to a prop, however it was written. */
export const asAmount: Convert = ({ value }) =>
  typeof value === 'number' || typeof value === 'string' ? text(String(value)) : undefined;

export const asSeconds: Convert = ({ value }) =>
  typeof value === 'number' && value >= 0 ? call('Duration.seconds', plain(value)) : undefined;

/** A command: what looks like a placeholder in it is for the shell. */
export const asCommand: Convert = (said) => asListOf(said, asScript);

const asScript: Convert = ({ value }) =>
  typeof value === 'string' ? { kind: 'text', value, isScript: true } : undefined;

export const asTexts: Convert = (said) => asListOf(said, asText);

/** Nothing where one of the items is more than can be said. */
export function asListOf(said: Said, convert: Convert): List | undefined {
  if (!Array.isArray(said.value)) return undefined;
  const list = itemsOf(said).map((item) => ({ code: convert(item), said: item }));
  return list.every((item) => item.code !== undefined) ? { kind: 'list', items: list as List['items'] } : undefined;
}

/** A map of texts. */
export const asRecord: Convert = (said) => asRecordOf(said, asText);

export function asRecordOf(said: Said, convert: Convert): Code | undefined {
  if (typeof said.value !== 'object' || Array.isArray(said.value)) return undefined;
  const entries = fieldsOf(said).flatMap(([key, inner]) => entry(key, convert(inner), inner));
  return entries.length === fieldsOf(said).length ? { kind: 'group', entries } : undefined;
}

/** A list of names and texts as a map; nothing where a name stands twice, or an item says more. */
export function asRecordByName(said: Said, nameField: string, valueField: string): Code | undefined {
  const list = itemsOf(said).map((item) => ({
    name: under(item, nameField).value,
    value: under(item, valueField).value,
    isWhole: hasOnly(item, nameField, valueField),
  }));
  const names = new Set(list.map(({ name }) => name));
  const isPlain = list.every(({ name, isWhole }) => typeof name === 'string' && isWhole);
  if (!isPlain || !keepOrder(names) || names.size < list.length) return undefined;
  const record = Object.fromEntries(list.map(({ name, value }) => [String(name), value]));
  return asRecordOf({ ...said, value: record }, asText);
}

/** An object sorts names that are numbers before all others. */
export function keepOrder(names: Iterable<unknown>): boolean {
  return [...names].every((name) => !/^\d+$/.test(String(name)));
}

/** The constant of an enum: `ServiceType.NODE_PORT`. */
export function asConstant(enumName: string, constants: Readonly<Record<string, string>>): Convert {
  return ({ value }) => {
    const [constant] = Object.entries(constants).find(([, each]) => each === value) ?? [];
    return constant === undefined ? undefined : name(`${enumName}.${constant}`);
  };
}

/** A value in Kubernetes' own words, of a type that the oldest version has as a whole: props have its types. */
export function asTyped(type: string): Convert {
  return (said) => (fits(said.value, type) ? asIs(said) : undefined);
}

/** A value as it stands. What is `null` is not there. */
export function asIs(said: Said): Code {
  const { value } = said;
  if (Array.isArray(value))
    return { kind: 'list', items: itemsOf(said).map((item) => ({ code: asIs(item), said: item })) };
  if (typeof value === 'object' && value !== null) {
    const entries = fieldsOf(said).filter(([, inner]) => isSaid(inner));
    return { kind: 'group', entries: entries.flatMap(([key, inner]) => entry(key, asIs(inner), inner)) };
  }
  return typeof value === 'string' ? text(value) : plain(value as number | boolean | null);
}

/** Whether a value is of a type of the schema: the words of `lib/schema/schema.ts`. */
function fits(value: unknown, type: string): boolean {
  if (value === null) return false;
  if (type.startsWith('[')) return Array.isArray(value) && value.every((item) => fits(item, type.slice(1)));
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (type.startsWith('{'))
    return isObject && Object.values(value as object).every((item) => fits(item, type.slice(1)));
  if (hasFields(type)) {
    const known = new Set(fieldNames(type, OLDEST));
    const own = isObject ? Object.entries(value as object) : [];
    return isObject && own.every(([key, inner]) => known.has(key) && fits(inner, typeOfField(type, key, OLDEST) ?? ''));
  }
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'int32' || type === 'int64' || type === 'number') return typeof value === 'number';
  if (type === 'intOrString' || type === 'quantity') return typeof value === 'number' || typeof value === 'string';
  return typeof value === 'string';
}

/** Durations by the field that says them in seconds. */
export function secondsProps(said: Said, props: Readonly<Record<string, string>>): Entry[] {
  return Object.entries(props).flatMap(([propName, field]) => prop(propName, under(said, field), asSeconds));
}
