import { type Manifest, nameOf, namespaceOf } from '../manifest';
import { isBuiltIn } from '../rules/api-version';

/** The command that deletes an object. Kinds of the same name may be of several groups: those of others are named. */
export function deletionOf(manifest: Manifest): string {
  const [group, version] = String(manifest.apiVersion).split('/');
  const isOwn = version === undefined || isBuiltIn(String(manifest.apiVersion));
  const kind = String(manifest.kind).toLowerCase();
  const namespace = namespaceOf(manifest);
  const where = namespace === undefined ? '' : ` --namespace ${namespace}`;
  return `kubectl delete ${isOwn ? kind : `${kind}.${group}`} ${nameOf(manifest)}${where}`;
}
