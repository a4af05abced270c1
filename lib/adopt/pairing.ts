import type { Folder } from '../check/folders';
import { at, fields, isKind, items, type Manifest, nameOf } from '../manifest';
import type { ReadManifest } from '../read/read';
import { isAutoscaler, isWorkload, type ManifestSet, mayShareNamespace, targetReference } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';

/** The objects of what becomes one AutoscaledMlApp. */
export interface AppRead {
  readonly deployment: ReadManifest;
  readonly autoscaler: ReadManifest;
  readonly services: readonly ReadManifest[];
}

export interface Pairing {
  readonly apps: readonly AppRead[];
  /** Why a workload is no part of an app, or what an autoscaler scales is not found. */
  readonly reasons: ReadonlyMap<ReadManifest, string>;
  /** What each autoscaler scales, where that was read. */
  readonly targets: ReadonlyMap<ReadManifest, ReadManifest>;
}

/** Finds what scales each Deployment, and the Services before its pods: across the files of a folder, and across folders. */
export function pair(folders: readonly Folder[]): Pairing {
  const read = new Map(folders.flatMap(({ objects }) => objects.map((each) => [each.manifest, each])));
  const taken = new Set<Manifest>();
  const apps: AppRead[] = [];
  const reasons = new Map<ReadManifest, string>();
  const targets = new Map<ReadManifest, ReadManifest>();
  for (const { objects, set } of folders) {
    for (const deployment of objects) {
      if (!isWorkload(deployment.manifest)) continue;
      const autoscalers = set.autoscalersFor(deployment.manifest).filter((each) => !taken.has(each));
      const reason = whyNoApp(deployment.manifest, autoscalers);
      const autoscaler = read.get(autoscalers[0] ?? {});
      if (reason !== undefined || autoscaler === undefined) {
        reasons.set(deployment, reason ?? 'no autoscaler scales it');
        continue;
      }
      const services = set.servicesOf(deployment.manifest).filter((each) => isOwn(set, each) && !taken.has(each));
      for (const each of [deployment.manifest, autoscaler.manifest, ...services]) taken.add(each);
      apps.push({ deployment, autoscaler, services: services.flatMap((each) => read.get(each) ?? []) });
    }
  }
  for (const { objects, set } of folders) {
    for (const each of objects) {
      if (!isAutoscaler(each.manifest)) continue;
      const target = read.get(set.targetOf(each.manifest) ?? {});
      if (target !== undefined) targets.set(each, target);
      else if (!taken.has(each.manifest)) reasons.set(each, whyNoTarget(each.manifest, set));
    }
  }
  return { apps, reasons, targets };
}

function whyNoApp(workload: Manifest, autoscalers: readonly Manifest[]): string | undefined {
  const [autoscaler] = autoscalers;
  if (autoscaler === undefined) return 'no autoscaler scales it';
  if (!isKind(workload, 'Deployment')) return 'an AutoscaledMlApp is a Deployment';
  if (workload.apiVersion !== 'apps/v1') return `${workload.apiVersion} is served no more: apps/v1 is`;
  if (nameOf(workload) === '') return 'it has no name';
  const containers = items(at(workload, 'spec', 'template', 'spec', 'containers'));
  if (containers.some((each) => typeof fields(each).image !== 'string') || containers.length === 0) {
    return 'a container of it has no image';
  }
  return whyUnreadable(autoscaler);
}

/** autoscaling/v2beta2 has the fields of v2; before that they were others. */
const VERSIONS = ['autoscaling/v1', 'autoscaling/v2', 'autoscaling/v2beta2'];
const ELSEWHERE = /^autoscaling\.alpha\.kubernetes\.io\/(metrics|behavior)$/;

function whyUnreadable(autoscaler: Manifest): string | undefined {
  if (isKind(autoscaler, 'ScaledObject')) return undefined;
  const name = objectOf(autoscaler);
  if (!VERSIONS.includes(String(autoscaler.apiVersion))) {
    return `${name} is of ${autoscaler.apiVersion}, which is served no more: kubectl convert makes it autoscaling/v2`;
  }
  const annotations = Object.keys(fields(at(autoscaler, 'metadata', 'annotations')));
  return annotations.some((each) => ELSEWHERE.test(each))
    ? `${name} says a part of itself in annotations: kubectl get hpa.v2.autoscaling -o yaml shows it as fields`
    : undefined;
}

/** A Service that sends to other pods, too, is nobody's own. */
function isOwn(set: ManifestSet, service: Manifest): boolean {
  return set.workloadsOf(service).length === 1;
}

function whyNoTarget(autoscaler: Manifest, set: ManifestSet): string {
  if (at(autoscaler, 'spec', 'scaleTargetRef', 'name') == null) return 'it does not say what it scales';
  const { kind, name } = targetReference(autoscaler);
  const isSeveral = set.namesakes(kind, name).filter((each) => mayShareNamespace(each, autoscaler)).length > 1;
  return isSeveral
    ? `several objects are called ${kind} ${name}, and no namespace says which of them it scales`
    : `it scales ${kind} ${name}, which is not in the input`;
}
