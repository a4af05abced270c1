import { writeFileSync } from 'node:fs';

const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const line = ([key, value]) =>
  `${JSON.stringify(key)}:${JSON.stringify(value instanceof Map ? Object.fromEntries(sorted(value)) : value)}`;
const block = ([name, map]) => `"${name}":{\n${sorted(map).map(line).join(',\n')}\n}`;

/**
 * JSON in a template literal: the compiler need not look into it, and it is parsed fastest so. One line a type, sorted:
 * a new version is a diff that can be read.
 */
export function writeSchema(file, from, blocks) {
  const json = `{\n${Object.entries(blocks).map(block).join(',\n')}\n}`;
  writeFileSync(file, `/** Made by ${from}; schema.ts says what it means. */\nexport const JSON_TEXT = \`${json}\`;\n`);
}
