// Makes lib/schema/kubernetes.ts: which fields the built-in kinds have, of which type, since and until which minor
// version of Kubernetes. From the swagger of the Go modules k8s.io/kubernetes. Needs Go: node tools/schema/kubernetes.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSchema } from './format.mjs';

const OUTPUT = join(import.meta.dirname, '..', '..', 'lib', 'schema', 'kubernetes.ts');

/** The newest of each minor version that the module proxy has. */
const VERSIONS = [
  'v1.27.4', 'v1.28.15', 'v1.29.6', 'v1.30.14', 'v1.31.14', 'v1.32.13',
  'v1.33.13', 'v1.34.4', 'v1.35.4', 'v1.36.3', 'v1.37.2',
]; // biome-ignore format: a table

const minorOf = (version) => Number(version.split('.')[1]);
const FIRST = minorOf(VERSIONS[0]);
const LAST = minorOf(VERSIONS.at(-1));

function swagger(version) {
  const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@${version}`], { encoding: 'utf8' });
  return JSON.parse(readFileSync(join(JSON.parse(answer).Dir, 'api', 'openapi-spec', 'swagger.json'), 'utf8'));
}

/** `io.k8s.api.core.v1.Pod` becomes `core.v1.Pod`. */
const shortName = (name) =>
  name.replace(
    /^io\.k8s\.(api|apimachinery\.pkg\.apis|kube-aggregator\.pkg\.apis|apiextensions-apiserver\.pkg\.apis)\./,
    '',
  );

/** The type of a field in a few letters; lib/schema/schema.ts says what they mean. */
function typeOf(schema, definitions) {
  if (schema.$ref !== undefined) return typeOfReference(schema.$ref.slice('#/definitions/'.length), definitions);
  switch (schema.type) {
    case 'array':
      return `[${typeOf(schema.items, definitions)}`;
    case 'object':
      return schema.additionalProperties ? `{${typeOf(schema.additionalProperties, definitions)}` : 'any';
    case 'string':
      return { byte: 'base64', 'date-time': 'time', 'int-or-string': 'intOrString' }[schema.format] ?? 'string';
    case 'integer':
      return schema.format === 'int64' ? 'int64' : 'int32';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'any';
  }
}

function typeOfReference(name, definitions) {
  const definition = definitions[name];
  if (name.endsWith('.Quantity')) return 'quantity';
  if (definition.properties !== undefined) return shortName(name);
  return definition.type === 'string' ? typeOf(definition, definitions) : 'any';
}

/** type -> field -> type of the field -> minor versions; and kind -> type -> minor versions. */
const types = new Map();
const kinds = new Map();
const inside = (map, key) => map.get(key) ?? map.set(key, new Map()).get(key);
const note = (map, key, minor) => map.set(key, [...(map.get(key) ?? []), minor]);

for (const version of VERSIONS) {
  const { definitions } = swagger(version);
  const minor = minorOf(version);
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.properties === undefined) continue;
    const fields = inside(types, shortName(name));
    for (const [field, schema] of Object.entries(definition.properties)) {
      note(inside(fields, field), typeOf(schema, definitions), minor);
    }
    for (const { group, version: apiVersion, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      // Every group has these, and nobody applies them.
      if (kind === 'DeleteOptions' || kind === 'WatchEvent') continue;
      note(inside(kinds, `${group ? `${group}/` : ''}${apiVersion} ${kind}`), shortName(name), minor);
    }
  }
}

/** `string` for a field of every version, `string@29` since one, `string@27-31` from one to another. */
function withRange([type, minors]) {
  const [first, last] = [minors[0], minors.at(-1)];
  if (last - first + 1 !== minors.length) throw new Error(`a gap in the versions of ${type}: ${minors}`);
  if (last < LAST) return `${type}@${first}-${last}`;
  return first > FIRST ? `${type}@${first}` : type;
}

const ranged = (byType) => [...byType].map(withRange).join('|');
const rangedFields = (fields) => new Map([...fields].map(([field, byType]) => [field, ranged(byType)]));

writeSchema(OUTPUT, 'tools/schema/kubernetes.mjs', {
  kinds: new Map([...kinds].map(([kind, byType]) => [kind, ranged(byType)])),
  types: new Map([...types].map(([type, fields]) => [type, rangedFields(fields)])),
});
