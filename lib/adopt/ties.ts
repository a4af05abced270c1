import { append } from '../grouped';
import { at, type Manifest, nameOf, namespaceOf } from '../manifest';
import type { ReadManifest } from '../read/read';
import { MONITORED } from '../resolve';
import { canonical } from '../stored/canonical';
import type { AppRead } from './pairing';
import { neighbourOf } from './props/neighbours';
import { whole } from './settle';

/** The objects that lead to each app, or select its pods: at most one of a kind, since there is one prop for each. */
export function neighboursOf(
  apps: readonly AppRead[],
  read: readonly ReadManifest[],
): ReadonlyMap<AppRead, readonly ReadManifest[]> {
  const byTie = new Map(apps.flatMap((app) => tiesOf(app).map((tie) => [tie, app] as const)).reverse());
  const neighbours = new Map<AppRead, ReadManifest[]>();
  for (const object of read) {
    const neighbour = neighbourOf(object.manifest.kind);
    if (neighbour === undefined) continue;
    const { by, value } = neighbour.tie(whole(object));
    const app = byTie.get(tieOf(object.manifest, by, value));
    if (app === undefined) continue;
    const hasOne = (neighbours.get(app) ?? []).some(({ manifest }) => manifest.kind === object.manifest.kind);
    if (!hasOne) append(neighbours, app, object);
  }
  return neighbours;
}

function tiesOf({ deployment, services }: AppRead): string[] {
  const [service] = services;
  const pods = tieOf(deployment.manifest, 'pods', at(deployment.manifest, 'spec', 'selector', 'matchLabels'));
  if (service === undefined) return [pods];
  const { manifest } = service;
  return [
    pods,
    tieOf(manifest, 'service', nameOf(manifest)),
    tieOf(manifest, 'service labels', { [MONITORED]: at(manifest, 'metadata', 'labels', MONITORED) }),
  ];
}

function tieOf(beside: Manifest, by: string, value: unknown): string {
  return canonical([namespaceOf(beside) ?? null, by, value ?? null]);
}
