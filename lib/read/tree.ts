import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import { isOctal, plainScalar } from './scalar';

/** Where a value stands in its text, and what stands in it. Offsets are in characters from the beginning of the text. */
export interface Place {
  readonly start: number;
  /** Of an object: where the name of each field stands, and its value. */
  readonly fields?: ReadonlyMap<string, { readonly start: number; readonly value: Place }>;
  /** Of a list. */
  readonly items?: readonly Place[];
  /** Of text or a number, as it is written, without its quotes. */
  readonly text?: string;
}

/** A field that is said twice: the last one counts, and kubectl says nothing. */
export interface DuplicateKey {
  readonly path: string;
  readonly key: string;
  readonly start: number;
}

/** A plain number that YAML 1.1 reads in base 8: `010` is 8. */
export interface OctalNumber {
  readonly path: string;
  readonly text: string;
  readonly start: number;
}

/** A plain key that YAML 1.1 reads as no text, so that it is another when it is text again: `on` is `true`. */
export interface RewrittenKey {
  readonly path: string;
  readonly text: string;
  /** What it has become. */
  readonly key: string;
}

export interface Tree {
  readonly value: unknown;
  readonly duplicateKeys: readonly DuplicateKey[];
  readonly octalNumbers: readonly OctalNumber[];
  readonly rewrittenKeys: readonly RewrittenKey[];
  /** Where something stands behind a line `...`, which kubectl reads no further than. */
  readonly unreadFrom?: number;
}

/** More than any manifest has; aliases count with all that they stand for. go-yaml refuses such documents, too. */
const MOST_NODES = 1_000_000;

interface Built {
  readonly value: unknown;
  /** Only where places are asked for. */
  readonly place?: Place;
  readonly nodes: number;
}

const NOWHERE: Place = { start: 0 };

/** What kubectl can't read, though it is YAML, and the offset where it stands. */
export class ReadError extends Error {
  public override readonly name = 'ReadError';

  constructor(
    message: string,
    public readonly start: number,
  ) {
    super(message);
  }
}

/** Reads one YAML document as kubectl does. Throws a YAMLException where it is no YAML, or a ReadError. */
export function readTree(text: string): Tree {
  return new TreeReader(text, false).read();
}

/** Where everything stands in a document that `readTree` reads. Apart, since most documents have nothing to show. */
export function placesIn(text: string): Place {
  return new TreeReader(text, true).places();
}

class TreeReader {
  private readonly events: readonly Event[];
  private readonly anchors = new Map<string, Built>();
  private readonly duplicateKeys: DuplicateKey[] = [];
  private readonly octalNumbers: OctalNumber[] = [];
  private readonly rewrittenKeys: RewrittenKey[] = [];
  private next = 0;
  /** Where the value stands that is being read. */
  private here = 0;
  private nodes = 0;

  constructor(
    private readonly text: string,
    private readonly hasPlaces: boolean,
  ) {
    this.events = parseEvents(text, {});
  }

  public read(): Tree {
    const { duplicateKeys, octalNumbers, rewrittenKeys } = this;
    return { value: this.root().value, duplicateKeys, octalNumbers, rewrittenKeys, unreadFrom: this.unreadFrom() };
  }

  public places(): Place {
    return this.root().place ?? NOWHERE;
  }

  private root(): Built {
    this.next = 1; // the first event opens the document
    const isEmpty = this.events.length === 0 || this.peek()?.type === EVENT_ID.POP;
    try {
      return isEmpty ? { value: null, nodes: 1 } : this.node('');
    } catch (error) {
      if (error instanceof YAMLException) throw error;
      throw new ReadError((error as Error).message, this.here);
    }
  }

  private unreadFrom(): number | undefined {
    const further = this.events.slice(this.next).find((event) => startOfEvent(event) !== undefined);
    return further === undefined ? undefined : startOfEvent(further);
  }

  private peek(): Event | undefined {
    return this.events[this.next];
  }

  private node(path: string): Built {
    const event = this.events[this.next++];
    if (event === undefined) throw new Error('the document ends in the middle');
    this.here = startOfEvent(event) ?? this.here;
    if (event.type === EVENT_ID.ALIAS) {
      const name = this.text.slice(event.anchorStart, event.anchorEnd);
      const built = this.anchors.get(name);
      if (built === undefined) throw new Error(`the alias *${name} has no anchor &${name} before it`);
      return this.counted(built, built.nodes);
    }
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) throw new Error('a value is missing');
    const built = this.built(event, path);
    if (event.anchorStart >= 0) this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), built);
    return built;
  }

  private built(event: Exclude<Event, { type: 1 | 5 | 6 }>, path: string): Built {
    switch (event.type) {
      case EVENT_ID.SEQUENCE:
        return this.list(event.start, path);
      case EVENT_ID.MAPPING:
        return this.object(event.start, path);
      default: {
        const place = this.hasPlaces
          ? { start: Math.max(event.valueStart, 0), text: getScalarValue(this.text, event) }
          : undefined;
        return this.counted({ value: this.scalar(event, path), place, nodes: 1 }, 1);
      }
    }
  }

  private scalar(event: Event & { type: 4 }, path: string): unknown {
    const text = getScalarValue(this.text, event);
    const tag = event.tagStart >= 0 ? this.text.slice(event.tagStart, event.tagEnd) : '';
    if (/^!!(int|float|bool|null)$/.test(tag)) return plainScalar(text);
    if (tag !== '' || event.style !== SCALAR_STYLE.PLAIN) return text;
    if (isOctal(text)) this.octalNumbers.push({ path, text, start: event.valueStart });
    return plainScalar(text);
  }

  private list(start: number, path: string): Built {
    const values: unknown[] = [];
    const places: Place[] = [];
    let nodes = 1;
    while (this.peek()?.type !== EVENT_ID.POP) {
      const item = this.node(`${path}[${values.length}]`);
      values.push(item.value);
      if (item.place !== undefined) places.push(item.place);
      nodes += item.nodes;
    }
    this.next += 1;
    return this.counted({ value: values, place: this.hasPlaces ? { start, items: places } : undefined, nodes }, 1);
  }

  private object(start: number, path: string): Built {
    const value: Record<string, unknown> = {};
    const fields = new Map<string, { start: number; value: Place }>();
    const merged: { readonly built: Built; readonly start: number }[] = [];
    let nodes = 1;
    while (this.peek()?.type !== EVENT_ID.POP) {
      const event = this.peek();
      const nameStart = event?.type === EVENT_ID.SCALAR ? Math.max(event.valueStart, 0) : start;
      const name = this.node(path);
      if (typeof name.value === 'object') throw new Error('a key must be text, got an object');
      const key = String(name.value);
      if (typeof name.value !== 'string' && event?.type === EVENT_ID.SCALAR) {
        const text = getScalarValue(this.text, event);
        if (text !== key) this.rewrittenKeys.push({ path, text, key });
      }
      const inner = this.node(path === '' ? key : `${path}.${key}`);
      nodes += inner.nodes;
      if (isMerge(event, key)) {
        merged.push({ built: inner, start: nameStart });
        continue;
      }
      if (Object.hasOwn(value, key)) this.duplicateKeys.push({ path, key, start: nameStart });
      set(value, key, inner.value);
      if (inner.place !== undefined) fields.set(key, { start: nameStart, value: inner.place });
    }
    this.next += 1;
    for (const { built, start: here } of merged) {
      this.here = here;
      mergeInto(value, fields, built);
    }
    return this.counted({ value, place: this.hasPlaces ? { start, fields } : undefined, nodes }, 1);
  }

  private counted(built: Built, nodes: number): Built {
    this.nodes += nodes;
    if (this.nodes > MOST_NODES) throw new Error('the aliases (*name) of the document stand for too much');
    return built;
  }
}

function startOfEvent(event: Event): number | undefined {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart < 0 ? undefined : event.valueStart;
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
  return event.type === EVENT_ID.ALIAS ? event.anchorStart - 1 : undefined;
}

/** A quoted `<<` is a name like any other. */
function isMerge(event: Event | undefined, key: string): boolean {
  return key === '<<' && event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
}

/** `<<`: what the object does not say itself. An earlier object of a list goes over a later one. */
function mergeInto(
  value: Record<string, unknown>,
  fields: Map<string, { start: number; value: Place }>,
  from: Built,
): void {
  if (Array.isArray(from.value)) {
    for (const [index, item] of from.value.entries()) {
      mergeInto(value, fields, { value: item, place: from.place?.items?.[index], nodes: 0 });
    }
    return;
  }
  if (typeof from.value !== 'object' || from.value === null) {
    throw new Error('what << merges must be an object, or a list of them');
  }
  for (const [key, inner] of Object.entries(from.value)) {
    if (Object.hasOwn(value, key)) continue;
    set(value, key, inner);
    const place = from.place?.fields?.get(key);
    if (place !== undefined) fields.set(key, place);
  }
}

/** `__proto__` is a name like any other in YAML. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  // Whoever makes text of the object would call what a file says.
  if (key === 'toString' || key === 'valueOf') {
    Object.defineProperty(object, Symbol.toPrimitive, { value: () => '[object Object]' });
  }
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Where a path in the words of the API server leads to, or as far as it leads: the offset of the field or the item. */
export function startOf(place: Place, path: string): number {
  return follow(place, path).start;
}

/** What is written at a path, for a plain value. */
export function textAt(place: Place, path: string): string | undefined {
  return follow(place, path).here.text;
}

function follow(place: Place, path: string): { readonly here: Place; readonly start: number } {
  let here = place;
  let start = place.start;
  for (const [, name, inBrackets] of path.matchAll(/(?:^|\.)([^.[\]]+)|\[([^\]]*)\]/g)) {
    const field = here.fields?.get(name ?? inBrackets ?? '');
    const item = inBrackets === undefined ? undefined : here.items?.[Number(inBrackets)];
    if (field === undefined && item === undefined) break;
    start = field?.start ?? item?.start ?? start;
    here = field?.value ?? item ?? here;
  }
  return { here, start };
}
