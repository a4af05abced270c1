import { at, fields, type Located, locatedItems } from '../manifest';
import { onceASet } from './once-a-set';
import { type Pod, podsOf } from './pods';

/** The name of another object that a pod needs, and of a key in it, where it says one. */
export interface Reference {
  readonly pod: Pod;
  readonly kind: string;
  readonly name: Located;
  readonly key: Located | undefined;
}

/** Everything that the pods of a set can't start without: what is optional is left out. */
export const referencesIn = onceASet((set): readonly Reference[] =>
  podsOf(set).flatMap((pod) => Array.from(referencesOf(pod))),
);

function* referencesOf(pod: Pod): Iterable<Reference> {
  const { spec, path } = pod;
  const named = (kind: string, place: string, value: unknown, keyed?: string): Reference[] => {
    const { name, optional } = fields(value);
    if (typeof name !== 'string' || name === '' || optional === true) return [];
    const key = keyed === undefined ? undefined : { path: `${place}.${keyed}`, value: fields(value)[keyed] };
    return [{ pod, kind, name: { path: `${place}.name`, value: name }, key }];
  };
  for (const container of pod.containers) {
    for (const env of locatedItems({ path: `${container.path}.env`, value: container.fields.env })) {
      const from = fields(fields(env.value).valueFrom);
      yield* named('ConfigMap', `${env.path}.valueFrom.configMapKeyRef`, from.configMapKeyRef, 'key');
      yield* named('Secret', `${env.path}.valueFrom.secretKeyRef`, from.secretKeyRef, 'key');
    }
    for (const from of locatedItems({ path: `${container.path}.envFrom`, value: container.fields.envFrom })) {
      yield* named('ConfigMap', `${from.path}.configMapRef`, fields(from.value).configMapRef);
      yield* named('Secret', `${from.path}.secretRef`, fields(from.value).secretRef);
    }
  }
  for (const { path: place, value } of locatedItems({ path: `${path}.volumes`, value: spec.volumes })) {
    yield* volumeReferences(pod, { path: `${place}.configMap`, value: fields(value).configMap }, 'ConfigMap', 'name');
    yield* volumeReferences(pod, { path: `${place}.secret`, value: fields(value).secret }, 'Secret', 'secretName');
    const claim = at(value, 'persistentVolumeClaim', 'claimName');
    const where = { path: `${place}.persistentVolumeClaim.claimName`, value: claim };
    if (typeof claim === 'string') yield { pod, kind: 'PersistentVolumeClaim', name: where, key: undefined };
    const sources = { path: `${place}.projected.sources`, value: at(value, 'projected', 'sources') };
    for (const source of locatedItems(sources)) {
      const { configMap, secret } = fields(source.value);
      yield* volumeReferences(pod, { path: `${source.path}.configMap`, value: configMap }, 'ConfigMap', 'name');
      yield* volumeReferences(pod, { path: `${source.path}.secret`, value: secret }, 'Secret', 'name');
    }
  }
  for (const secret of locatedItems({ path: `${path}.imagePullSecrets`, value: spec.imagePullSecrets })) {
    yield* named('Secret', secret.path, secret.value);
  }
  const account = spec.serviceAccountName;
  if (typeof account === 'string' && account !== 'default') {
    yield { pod, kind: 'ServiceAccount', name: { path: `${path}.serviceAccountName`, value: account }, key: undefined };
  }
}

function* volumeReferences(pod: Pod, { path, value }: Located, kind: string, nameField: string): Iterable<Reference> {
  const { [nameField]: name, optional, items } = fields(value);
  if (typeof name !== 'string' || optional === true) return;
  const where = { path: `${path}.${nameField}`, value: name };
  yield { pod, kind, name: where, key: undefined };
  for (const item of locatedItems({ path: `${path}.items`, value: items })) {
    yield { pod, kind, name: where, key: { path: `${item.path}.key`, value: fields(item.value).key } };
  }
}
