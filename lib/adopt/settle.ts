import type { App } from 'cdk8s';
import type { ReadManifest } from '../read/read';
import { askedForm } from '../stored/asked-form';
import type { Group } from './code/code';
import { differences } from './difference';
import { type Made, madeAt } from './made';
import type { AppRead } from './pairing';
import { type Patch, patchesFor } from './patches';
import { type AppCode, type PatchCode, printProgram } from './program';
import { appProps, commonOfApp } from './props/app';
import { neighbourOf } from './props/neighbours';
import { run } from './run';
import type { Said } from './said';

/** An app as code, and the objects that it makes. */
export interface SettledApp {
  readonly code: AppCode;
  readonly members: readonly Member[];
}

/** An object that was read, and the construct below that of the app which makes it. */
export interface Member {
  readonly object: ReadManifest;
  readonly child: string;
}

/** Where the app has an object that may need patches. */
interface Patchable extends Member {
  readonly path: string;
}

/**
 * Says an app in props, runs that, and patches what is not yet as it was read. Neighbours that the props say exactly
 * become a part of the app. Throws where the construct takes the props not at all.
 */
export function settle(id: string, read: AppRead, neighbours: readonly ReadManifest[]): SettledApp {
  const objects = {
    deployment: whole(read.deployment),
    autoscaler: whole(read.autoscaler),
    services: read.services.map(whole),
  };
  const props = appProps(id, objects);
  const common = commonOfApp(objects);
  const offered = neighbours.flatMap((object) => {
    const neighbour = neighbourOf(object.manifest.kind);
    const said = whole(object);
    const code = neighbour?.convert(said, common);
    return neighbour && code ? [{ object, child: neighbour.child, entry: { name: neighbour.prop, code, said } }] : [];
  });
  const app = (entries: Group['entries'], patches: readonly PatchCode[] = []): AppCode => ({
    kind: 'app',
    id,
    said: objects.deployment,
    code: { kind: 'group', entries, isOpen: true },
    patches,
  });

  const all = tried(app([...props, ...offered.map(({ entry }) => entry)]));
  const taken = offered.filter(({ object, child }) => isSame(all(child), object));
  const own = [...props, ...taken.map(({ entry }) => entry)];
  const made = taken.length === offered.length ? all : tried(app(own));
  const members = membersOf(read);
  const patches = members.flatMap(({ object, child, path }) =>
    patchesOf(made(child), object).map((patch): PatchCode => ({ ...patch, path })),
  );
  return { code: app(own, patches), members: [...members, ...taken] };
}

function membersOf({ deployment, autoscaler, services }: AppRead): Patchable[] {
  return [
    { object: deployment, child: 'Deployment', path: 'deployment' },
    { object: autoscaler, child: 'Autoscaler', path: 'autoscaler' },
    ...services.map((object, index) => {
      const { name } = object.manifest.metadata as { readonly name: string };
      return index === 0
        ? { object, child: 'Service', path: 'service?' }
        : { object, child: `Service-${name}`, path: `additionalServices[${index - 1}]?` };
    }),
  ];
}

/** Runs an app alone; gives what it makes, by the id of the construct. */
function tried(code: AppCode): (child: string) => Made {
  const chart = { id: 'chart', file: '', statements: [code] };
  const app: App = run(printProgram({ charts: [chart] }, new Map()));
  return (child) => madeAt(app, chart.id, code.id, child);
}

function isSame({ manifest }: Made, { manifest: read }: ReadManifest): boolean {
  return manifest !== undefined && [...differences(askedForm(manifest), askedForm(read))].length === 0;
}

function patchesOf({ manifest }: Made, object: ReadManifest): Patch[] {
  return manifest === undefined ? [] : patchesFor(manifest, whole(object));
}

export function whole(object: ReadManifest): Said {
  return { object, pointer: '', value: object.manifest };
}
