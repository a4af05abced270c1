import { type Manifest, nameOf, namespaceOf } from '../manifest';
import { isBuiltIn } from '../rules/api-version';

/** The command that deletes an object. Kinds of the same name may be of several groups: those of others are named. */
export function deletionOf(manifest: Manifest): string {
  const [group, version] = String(manifest.apiVersion).split('/');
  const isOwn = version === undefined || isBuiltIn(String(manifest.apiVersion));
  const kind = kindOf(manifest);
  return `kubectl delete ${word(isOwn ? kind : `${kind}.${group}`)} ${word(nameOf(manifest))}${inNamespace(manifest)}`;
}

/** The command that replaces the pods of a workload, one after the other. */
export function restartOf(manifest: Manifest): string {
  return `kubectl rollout restart ${objectIn(manifest)}`;
}

/** The command that takes from what kubectl remembers of the last apply: what it has not set, it does not take away. */
export function forgetting(manifest: Manifest): string {
  return `kubectl apply edit-last-applied ${objectIn(manifest)}`;
}

function objectIn(manifest: Manifest): string {
  return `${word(`${kindOf(manifest)}/${nameOf(manifest)}`)}${inNamespace(manifest)}`;
}

function kindOf({ kind }: Manifest): string {
  return String(kind).toLowerCase();
}

function inNamespace(manifest: Manifest): string {
  const namespace = namespaceOf(manifest);
  return namespace === undefined ? '' : ` --namespace ${word(namespace)}`;
}

/** Anyone may have written the name: it is one word of a shell, whatever stands in it. */
function word(text: string): string {
  return /^[\w./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
