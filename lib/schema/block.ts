/** A part of the data, `"name":{` and `}` around it: an entry a line, sorted by name. */
export interface Block<Value> {
  readonly names: () => readonly string[];
  readonly get: (name: string) => Value | undefined;
}

/** Each line is parsed when it is asked for: all of them would take longer than the check of one app. */
export function blockOf<Value>(text: string, block: string): Block<Value> {
  const head = `\n"${block}":{\n`;
  const start = text.indexOf(head) + head.length;
  const end = text.indexOf('\n}', start);
  const known = new Map<string, Value | undefined>();
  return {
    names: () => Object.keys(JSON.parse(`{${text.slice(start, end)}}`)),
    get: (name) => {
      if (!known.has(name)) known.set(name, find(text, start, end, name) as Value | undefined);
      return known.get(name);
    },
  };
}

/** What stands behind a name on a line of its own, between two places of a text. */
function find(text: string, start: number, end: number, name: string): unknown {
  let [low, high] = [start, end];
  while (low < high) {
    const lineStart = text.lastIndexOf('\n', Math.floor((low + high) / 2) - 1) + 1;
    const lineEnd = text.indexOf('\n', lineStart);
    const nameEnd = text.indexOf('":', lineStart);
    const here = text.slice(lineStart + 1, nameEnd);
    if (here === name) return JSON.parse(text.slice(nameEnd + 2, lineEnd).replace(/,$/, ''));
    if (here < name) low = lineEnd + 1;
    else high = lineStart;
  }
  return undefined;
}
