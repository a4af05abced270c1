// Makes lib/schema/custom-resources.ts, in the form of kubernetes.ts, from the CRDs in test/cluster/crds, which
// imports/import.sh brings: node tools/schema/custom-resources.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { writeSchema } from './format.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const CRDS = join(ROOT, 'test', 'cluster', 'crds');

const kinds = new Map();
const types = new Map();

/** The type of a schema; an object with fields becomes a type of its own, named by the path to it. */
function typeOf(schema, path) {
  if (schema['x-kubernetes-int-or-string']) return 'intOrString';
  switch (schema.type) {
    case 'array':
      return `[${typeOf(schema.items, path)}`;
    case 'object':
      if (schema.properties !== undefined && !schema['x-kubernetes-preserve-unknown-fields'])
        return define(schema, path);
      return schema.additionalProperties ? `{${typeOf(schema.additionalProperties, path)}` : 'any';
    case 'string':
      return schema.format === 'date-time' ? 'time' : 'string';
    case 'integer':
      return schema.format === 'int32' ? 'int32' : 'int64';
    case 'number':
    case 'boolean':
      return schema.type;
    default:
      return 'any';
  }
}

function define(schema, path) {
  const fields = Object.entries(schema.properties).map(([name, inner]) => [name, typeOf(inner, `${path}.${name}`)]);
  types.set(path, new Map(fields));
  return path;
}

for (const file of readdirSync(CRDS).sort()) {
  for (const { spec } of loadAll(readFileSync(join(CRDS, file), 'utf8'))) {
    for (const { name, served, schema } of spec.versions) {
      if (!served) continue;
      const kind = `${spec.group}/${name} ${spec.names.kind}`;
      const type = define(schema.openAPIV3Schema, kind);
      types.get(type).set('metadata', 'meta.v1.ObjectMeta');
      kinds.set(kind, type);
    }
  }
}

writeSchema(join(ROOT, 'lib', 'schema', 'custom-resources.ts'), 'tools/schema/custom-resources.mjs', { kinds, types });
