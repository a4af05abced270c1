import { type Code, call, text } from '../code/code';
import { hasOnly, isSaid, itemsOf, onlyFieldOf, type Said, under } from '../said';
import { asAmount, asFlag, asListOf, asText, keepOrder } from './values';

/** Variables by name; nothing where one is said twice, or in a way that no prop has. */
export function env(said: Said): Code | undefined {
  const variables = itemsOf(said).map((variable) => ({
    name: under(variable, 'name').value,
    code: variableValue(variable),
    said: variable,
  }));
  const names = new Set(variables.map(({ name }) => name));
  const isPlain = variables.every(({ name, code }) => typeof name === 'string' && code !== undefined);
  if (!isPlain || !keepOrder(names) || names.size < variables.length) return undefined;
  return {
    kind: 'group',
    entries: variables.map(({ name, code, said: from }) => ({ name: String(name), code: code as Code, said: from })),
  };
}

function variableValue(variable: Said): Code | undefined {
  const [value, from] = [under(variable, 'value'), under(variable, 'valueFrom')];
  if (!hasOnly(variable, 'name', 'value', 'valueFrom')) return undefined;
  if (isSaid(from)) return isSaid(value) ? undefined : envValue(from);
  return isSaid(value) ? asText(value) : text('');
}

function envValue(said: Said): Code | undefined {
  const source = onlyFieldOf(said);
  if (source === undefined) return undefined;
  const [kind, inner] = source;
  const get = (name: string) => under(inner, name);
  switch (kind) {
    case 'secretKeyRef':
    case 'configMapKeyRef': {
      const [object, key] = [asText(get('name')), asText(get('key'))];
      if (!object || !key || !hasOnly(inner, 'name', 'key', 'optional')) return undefined;
      const callee = kind === 'secretKeyRef' ? 'EnvValue.secretKey' : 'EnvValue.configMapKey';
      return call(callee, object, key, asFlag(get('optional')));
    }
    case 'fieldRef': {
      const path = asText(get('fieldPath'));
      const isUsual = !isSaid(get('apiVersion')) || get('apiVersion').value === 'v1';
      return path && isUsual ? call('EnvValue.field', path) : undefined;
    }
    case 'resourceFieldRef': {
      const resource = asText(get('resource'));
      return (
        resource && call('EnvValue.resourceField', resource, asText(get('containerName')), asAmount(get('divisor')))
      );
    }
    default:
      return undefined;
  }
}

export function envFrom(said: Said): Code | undefined {
  return asListOf(said, (source) => {
    const [secret, configMap] = [under(source, 'secretRef'), under(source, 'configMapRef')];
    if (isSaid(secret) === isSaid(configMap) || !hasOnly(source, 'prefix', 'secretRef', 'configMapRef'))
      return undefined;
    const reference = isSaid(secret) ? secret : configMap;
    const object = asText(under(reference, 'name'));
    const callee = isSaid(secret) ? 'EnvFrom.secret' : 'EnvFrom.configMap';
    return object && call(callee, object, asText(under(source, 'prefix')), asFlag(under(reference, 'optional')));
  });
}
