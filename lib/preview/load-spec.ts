import { type Load, lines, steps } from './load';
import { parseSeconds } from './seconds';

/** What a person says of a load, in words: `step:to=4,at=60s`. A mistake in it is told by a `LoadError`. */
export class LoadError extends Error {
  public override readonly name = 'LoadError';
}

interface Shape {
  /** Each setting with its default, as it would be written. */
  readonly settings: Readonly<Record<string, string>>;
  readonly make: (number: (name: string) => number, time: (name: string) => number) => Load;
}

const MINUTE = 60_000;

/** A step up, and one back: a spike is a short one. */
const upAndBack: Shape['make'] = (number, time) => {
  const end = time('at') + time('for');
  return steps(
    [
      [0, number('from')],
      [time('at'), number('to')],
      [end, number('from')],
    ],
    Number.POSITIVE_INFINITY,
  );
};

const SHAPES: Readonly<Record<string, Shape>> = {
  step: {
    settings: { from: '0', to: '1', at: '60s', for: '30m' },
    make: upAndBack,
  },
  ramp: {
    settings: { from: '0', to: '1', at: '60s', over: '10m', for: '30m' },
    make: (number, time) => {
      const top = time('at') + time('over');
      const end = top + time('for');
      const [from, to] = [number('from'), number('to')];
      return lines(
        [
          [0, from],
          [time('at'), from],
          [top, to],
          [end, to],
          [end, from],
        ],
        Number.POSITIVE_INFINITY,
      );
    },
  },
  spike: {
    settings: { from: '0', to: '1', at: '60s', for: '60s' },
    make: upAndBack,
  },
  daily: {
    settings: { low: '0', high: '1', peak: '14h', days: '1' },
    make: (number, time) => {
      const [low, high] = [number('low'), number('high')];
      const middle = (low + high) / 2;
      const days = number('days');
      if (!Number.isInteger(days) || days < 1 || days > 366)
        throw new LoadError(`daily: days must be a whole number from 1 to 366, got ${days}`);
      const points = Array.from({ length: days * 24 * 12 + 1 }, (_, index): [number, number] => {
        const at = index * 5 * MINUTE;
        return [at, middle + ((high - low) / 2) * Math.cos(((at - time('peak')) / (24 * 60 * MINUTE)) * 2 * Math.PI)];
      });
      return lines(points, days * 24 * 60 * MINUTE);
    },
  },
  siege: {
    settings: { c: '10', t: '30s', at: '0s' },
    make: (number, time) => {
      const end = time('at') + time('t');
      const points: [number, number][] = [
        [0, 0],
        [time('at'), number('c')],
        [end, 0],
      ];
      return { ...steps(time('at') === 0 ? points.slice(1) : points, Number.POSITIVE_INFINITY), isClosed: true };
    },
  },
};

/** Whether a text begins with the name of a shape. */
export function isShape(text: string): boolean {
  return Object.hasOwn(SHAPES, text.split(':', 1)[0] ?? '');
}

/** The names of the built-in shapes, with their settings. */
export function shapes(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(Object.entries(SHAPES).map(([name, { settings }]) => [name, settings]));
}

/** A load of a built-in shape: its name, and after a colon what differs from its defaults. */
export function parseShape(text: string): Load {
  const [name = '', said = ''] = splitOnce(text, ':');
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
  if (shape === undefined) {
    throw new LoadError(`no load is called ${JSON.stringify(name)}: there are ${Object.keys(SHAPES).join(', ')}`);
  }
  const settings: Record<string, string> = { ...shape.settings };
  for (const part of said === '' ? [] : said.split(',')) {
    const [key = '', value = ''] = splitOnce(part, '=');
    if (!Object.hasOwn(settings, key)) {
      throw new LoadError(`${name} knows ${Object.keys(settings).join(', ')}, got ${JSON.stringify(part)}`);
    }
    settings[key] = value;
  }
  const number = (key: string) => numberOf(`${name}: ${key}`, settings[key] ?? '');
  const time = (key: string) => timeOf(`${name}: ${key}`, settings[key] ?? '');
  return shape.make(number, time);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function numberOf(what: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new LoadError(`${what} must be a number of at least 0, got ${JSON.stringify(text)}`);
  }
  return value;
}

function timeOf(what: string, text: string): number {
  const value = parseSeconds(text);
  if (value === undefined)
    throw new LoadError(`${what} must be a time such as 90s, 5m or 1h, got ${JSON.stringify(text)}`);
  return value;
}
