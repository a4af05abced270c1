import { type Code, call, entry, group, text } from '../code/code';
import { fieldsOf, hasOnly, isSaid, itemsOf, onlyFieldOf, type Said, under } from '../said';
import {
  asAmount,
  asFlag,
  asIs,
  asListOf,
  asNumber,
  asRecord,
  asRecordByName,
  asSeconds,
  asText,
  prop,
} from './values';

export function volume(said: Said): Code | undefined {
  const sources = fieldsOf(said).filter(([field, inner]) => field !== 'name' && isSaid(inner));
  const name = asText(under(said, 'name'));
  if (name === undefined || sources.length > 1) return undefined;
  const [kind, source] = sources[0] ?? ['emptyDir', under(said, 'emptyDir')];
  // What no prop of the kind can say, Kubernetes' own words can.
  return SOURCES[kind]?.(name, source) ?? call('Volume.of', name, text(kind), asIs(source));
}

type Convert = (name: Code, source: Said) => Code | undefined;

const SOURCES: Readonly<Record<string, Convert>> = {
  emptyDir: (name, source) => {
    const medium = under(source, 'medium').value;
    if (!hasOnly(source, 'medium', 'sizeLimit') || (medium != null && medium !== '' && medium !== 'Memory'))
      return undefined;
    const inMemory =
      medium === 'Memory' ? entry('inMemory', { kind: 'plain', value: true }, under(source, 'medium')) : [];
    return call(
      'Volume.emptyDir',
      name,
      group([...inMemory, ...prop('sizeLimit', under(source, 'sizeLimit'), asAmount)]),
    );
  },
  persistentVolumeClaim: (name, source) => {
    const claim = asText(under(source, 'claimName'));
    if (claim === undefined || !hasOnly(source, 'claimName', 'readOnly')) return undefined;
    return call('Volume.persistentVolumeClaim', name, claim, asFlag(under(source, 'readOnly')));
  },
  configMap: (name, source) => files('Volume.configMap', name, source, 'name'),
  secret: (name, source) => files('Volume.secret', name, source, 'secretName'),
  hostPath: (name, source) => {
    const path = asText(under(source, 'path'));
    if (path === undefined || !hasOnly(source, 'path', 'type')) return undefined;
    const type = under(source, 'type');
    return call('Volume.hostPath', name, path, type.value === '' ? undefined : asText(type));
  },
  projected: (name, source) => {
    const sources = asListOf(under(source, 'sources'), projectedSource);
    if (sources === undefined || !hasOnly(source, 'sources', 'defaultMode')) return undefined;
    return call('Volume.projected', name, sources, asNumber(under(source, 'defaultMode')));
  },
  csi: (name, source) => {
    const driver = asText(under(source, 'driver'));
    if (driver === undefined || !hasOnly(source, 'driver', 'readOnly', 'fsType', 'volumeAttributes')) return undefined;
    const options = [
      ...prop('readOnly', under(source, 'readOnly'), asFlag),
      ...prop('fsType', under(source, 'fsType'), asText),
      ...prop('volumeAttributes', under(source, 'volumeAttributes'), asRecord),
    ];
    return call('Volume.csi', name, driver, group(options));
  },
  nfs: (name, source) => {
    const [server, path] = [asText(under(source, 'server')), asText(under(source, 'path'))];
    if (!server || !path || !hasOnly(source, 'server', 'path', 'readOnly')) return undefined;
    return call('Volume.nfs', name, server, path, asFlag(under(source, 'readOnly')));
  },
  image: (name, source) => {
    const reference = asText(under(source, 'reference'));
    return reference && hasOnly(source, 'reference') ? call('Volume.ociImage', name, reference) : undefined;
  },
};

function files(callee: string, name: Code, source: Said, nameField: string): Code | undefined {
  const object = asText(under(source, nameField));
  if (object === undefined || !hasOnly(source, nameField, 'items', 'defaultMode', 'optional')) return undefined;
  const chosen = under(source, 'items');
  if (isSaid(chosen) && filesByKey(chosen) === undefined) return undefined;
  const options = [
    ...prop('items', chosen, filesByKey),
    ...prop('defaultMode', under(source, 'defaultMode'), asMode),
    ...prop('optional', under(source, 'optional'), asFlag),
  ];
  return call(callee, name, object, group(options));
}

/** Permission bits are read in base 8. */
function asMode({ value }: Said): Code | undefined {
  return typeof value === 'number' && value >= 0 && Number.isInteger(value)
    ? { kind: 'name', name: `0o${value.toString(8)}` }
    : undefined;
}

/** The file for each key; nothing where a key is said twice, or a file has a mode of its own. */
function filesByKey(said: Said): Code | undefined {
  return asRecordByName(said, 'key', 'path');
}

function projectedSource(said: Said): Code | undefined {
  const source = onlyFieldOf(said);
  if (source === undefined) return undefined;
  const [kind, inner] = source;
  switch (kind) {
    case 'configMap':
    case 'secret': {
      const object = asText(under(inner, 'name'));
      const chosen = under(inner, 'items');
      const keys = isSaid(chosen) ? filesByKey(chosen) : undefined;
      if (!object || !hasOnly(inner, 'name', 'items') || (isSaid(chosen) && !keys)) return undefined;
      return call(`ProjectedSource.${kind}`, object, keys);
    }
    case 'serviceAccountToken': {
      const path = asText(under(inner, 'path'));
      if (!path) return undefined;
      const expiration = under(inner, 'expirationSeconds');
      return call('ProjectedSource.serviceAccountToken', path, asText(under(inner, 'audience')), asSeconds(expiration));
    }
    case 'downwardAPI': {
      const fields = isSaid(under(inner, 'items')) ? fieldsByFile(under(inner, 'items')) : undefined;
      return fields && call('ProjectedSource.fields', fields);
    }
    default:
      return undefined;
  }
}

function fieldsByFile(said: Said): Code | undefined {
  const files = itemsOf(said);
  const isPlain = files.every(
    (file) =>
      hasOnly(file, 'path', 'fieldRef') &&
      ['v1', undefined].includes(under(file, 'fieldRef', 'apiVersion').value as string),
  );
  const plain = files.map((file) => ({
    key: under(file, 'path').value,
    path: under(file, 'fieldRef', 'fieldPath').value,
  }));
  return isPlain ? filesByKey({ ...said, value: plain }) : undefined;
}
