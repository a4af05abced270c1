import { append } from '../grouped';
import { nameOf } from '../manifest';
import type { ReadManifest } from '../read/read';
import { objectOf } from '../rules/rule';
import type { Group } from './code/code';
import { Ids } from './ids';
import type { Pairing } from './pairing';
import type { ChartCode, Statement } from './program';
import { asIs } from './props/values';
import { type SettledApp, settle, whole } from './settle';
import { neighboursOf } from './ties';
import { whyAlone } from './why-alone';

/** Which chart holds what, and where each object that was read is made. */
export interface Plan {
  readonly charts: readonly ChartCode[];
  readonly apps: readonly SettledApp[];
  readonly objects: readonly PlannedObject[];
}

export interface PlannedObject {
  readonly object: ReadManifest;
  /** The ids of the constructs that lead to it. */
  readonly ids: readonly string[];
  /** It stands in the program as it was, and is no part of an app. */
  readonly isCarried: boolean;
  /** Why a workload or an autoscaler is no part of an app. */
  readonly reason?: string;
}

/** A chart for each file; an app stands where its Deployment stood, and every other object where it was. */
export function planOf(read: readonly ReadManifest[], { apps, reasons, targets }: Pairing): Plan {
  const why = new Map(reasons);
  const neighbours = neighboursOf(apps, read);
  const ids = new Ids();
  const settled = new Map<ReadManifest, SettledApp>();
  const parts = new Set<ReadManifest>();
  for (const app of apps) {
    const id = ids.give(app.deployment.source.file, nameOf(app.deployment.manifest));
    try {
      const made = settle(id, app, neighbours.get(app) ?? []);
      settled.set(app.deployment, made);
      for (const { object } of made.members) parts.add(object);
    } catch (error) {
      why.set(app.deployment, `an AutoscaledMlApp does not take it: ${(error as Error).message}`);
    }
  }
  for (const [autoscaler, object] of targets) {
    if (parts.has(autoscaler)) continue;
    const [, scaledBy] = settled.get(object)?.members ?? [];
    why.set(autoscaler, whyAlone({ object, scaledBy: scaledBy?.object, reason: why.get(object) }));
  }
  const statements = new Map<string, Statement[]>();
  const objects: PlannedObject[] = [];
  for (const object of read) {
    const { file } = object.source;
    const app = settled.get(object);
    if (app !== undefined) {
      append(statements, file, app.code);
      for (const { object: member, child } of app.members) {
        objects.push({ object: member, ids: [ids.ofChart(file), app.code.id, child], isCarried: false });
      }
    } else if (!parts.has(object)) {
      const id = ids.give(file, objectOf(object.manifest).replace(' ', '-'));
      append(statements, file, { kind: 'object', id, said: whole(object), code: asIs(whole(object)) as Group });
      objects.push({ object, ids: [ids.ofChart(file), id], isCarried: true, reason: why.get(object) });
    }
  }
  const charts = Array.from(statements, ([file, own]) => ({ id: ids.ofChart(file), file, statements: own }));
  return { charts, apps: [...settled.values()], objects };
}
