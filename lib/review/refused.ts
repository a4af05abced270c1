import { at, type Manifest } from '../manifest';
import { objectOf } from '../rules/rule';
import { canonical } from '../stored/canonical';
import type { Change } from './change';
import type { Consequence } from './consequence';

/** What can't be changed in an object that exists, by its kind, and how else to come to it. */
const IMMUTABLE: Readonly<Record<string, readonly { readonly path: readonly string[]; readonly wayOut: string }[]>> = {
  Deployment: [
    {
      path: ['spec', 'selector'],
      wayOut:
        'give the Deployment another name, apply, and delete the old one when the new one is ready; or delete it with --cascade=orphan, apply, and delete the pods that are left',
    },
  ],
  StatefulSet: ['selector', 'serviceName', 'volumeClaimTemplates', 'podManagementPolicy'].map((field) => ({
    path: ['spec', field],
    wayOut: 'delete the StatefulSet with --cascade=orphan, and apply: its pods and claims stay',
  })),
  PersistentVolumeClaim: ['accessModes', 'storageClassName', 'volumeMode', 'volumeName', 'selector', 'dataSource'].map(
    (field) => ({
      path: ['spec', field],
      wayOut: 'make a claim of another name, and copy what is on the volume',
    }),
  ),
  HorizontalPodAutoscaler: [],
};

/** What the API server will not take. */
export function* refusals({ pairs }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (before === undefined || after === undefined) continue;
    for (const { path, wayOut } of IMMUTABLE[String(after.manifest.kind)] ?? []) {
      if (canonical(at(before.stored, ...path)) === canonical(at(after.stored, ...path))) continue;
      yield {
        kind: 'refused',
        object: objectOf(after.manifest),
        field: path.join('.'),
        message: `${path.join('.')} can't be changed: the API server refuses the apply`,
        wayOut,
      };
    }
    yield* frozenStores(before.manifest, after.manifest);
  }
}

/** A ConfigMap or Secret that says so stays as it is. */
function* frozenStores(before: Manifest, after: Manifest): Iterable<Consequence> {
  if (before.immutable !== true) return;
  const [old, young] = [before, after].map(({ data, binaryData, immutable }) =>
    canonical({ data, binaryData, immutable }),
  );
  if (old === young) return;
  yield {
    kind: 'refused',
    object: objectOf(after),
    message: 'it is immutable: the API server refuses the apply',
    wayOut: 'give it another name, and name that where it is used',
  };
}
