import { locationOf, type ReadManifest, readManifests, type Unreadable } from '../read/read';
import { isBuiltIn } from '../rules/api-version';
import type { Settings } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import { typeOfKind } from '../schema/schema';
import { check } from './check';
import type { Finding } from './finding';
import { type Folder, foldersOf } from './folders';
import { patchesIn } from './kustomize';

/** A file as it was read: its name as the user would write it, and what stands in it. */
export interface SourceFile {
  readonly name: string;
  readonly content: string;
}

/** A document that was passed over, and why. */
export interface Skipped {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  /** How many objects were checked. */
  readonly objects: number;
}

/** What the findings about documents that can't be read are told as. */
export const YAML_SYNTAX = {
  id: 'yaml-syntax',
  severity: 'error',
  summary: 'A document is YAML that kubectl can read. One that is not spoils none of those beside it.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#describing-a-kubernetes-object',
} as const;

/** Checks files. Those of one folder are applied together; what is not in a folder is looked for in the others. */
export function checkFiles(files: readonly SourceFile[], settings: Settings): CheckReport {
  const read = files.map(({ name, content }) => ({ name, ...readManifests(name, content) }));
  const all = read.flatMap(({ manifests }) => manifests);
  const patches = patchesIn(all);
  const applied = all.filter((each) => !patches.has(each));
  const findings = foldersOf(applied, settings).flatMap(findingsIn);
  const unreadable = read.flatMap((file) => file.unreadable);
  return {
    findings: [...unreadable.filter(({ isBroken }) => isBroken).map(brokenDocument), ...findings],
    skipped: [
      ...unreadable.filter(({ isBroken }) => !isBroken),
      ...skippedIn(applied),
      ...[...patches].map(patchSkipped),
    ],
    objects: applied.length,
  };
}

function findingsIn({ objects, set }: Folder): Finding[] {
  const origin = new Map(objects.map((each) => [each.manifest, each]));
  return check(set).map(({ finding, manifest }) => {
    const from = origin.get(manifest);
    return from === undefined ? finding : { ...finding, ...locationOf(from, finding.path) };
  });
}

function brokenDocument({ reason, file, line, column }: Unreadable): Finding {
  const message = `must be YAML that kubectl can read: ${reason}`;
  const fix = reason.startsWith('a template')
    ? 'check what the template makes: helm template . | ml-app check -'
    : 'mend it at this place';
  const { id, severity, source } = YAML_SYNTAX;
  return { rule: id, severity, object: 'document', path: '', message, fix, source, file, line, column };
}

/** Kinds that nothing is known about: said once a kind. */
function skippedIn(manifests: readonly ReadManifest[]): Skipped[] {
  const seen = new Set<string>();
  return manifests.flatMap((each) => {
    const { apiVersion, kind } = each.manifest;
    const name = `${apiVersion} ${kind}`;
    if (isBuiltIn(String(apiVersion)) || typeOfKind(String(apiVersion), String(kind)) || seen.has(name)) return [];
    seen.add(name);
    const { file, line } = locationOf(each, 'kind');
    return [{ file, line, reason: `${name}: a custom resource that is not known here; only its metadata was checked` }];
  });
}

function patchSkipped(each: ReadManifest): Skipped {
  return skippedFor(each, 'a patch over another object, not a whole one');
}

/** An object that was passed over. */
export function skippedFor(each: ReadManifest, reason: string): Skipped {
  const { file, line } = locationOf(each, 'kind');
  return { file, line, reason: `${objectOf(each.manifest)}: ${reason}` };
}
