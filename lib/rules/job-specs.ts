import { at, type Fields, fields, isKind, type Manifest } from '../manifest';
import type { ManifestSet } from './manifest-set';

/** What says how a Job runs, in a Job or in a CronJob. */
export interface JobSpec {
  readonly manifest: Manifest;
  /** Where it stands: `spec`, or `spec.jobTemplate.spec`. */
  readonly path: string;
  readonly spec: Fields;
}

export function jobSpecsOf(set: ManifestSet): readonly JobSpec[] {
  const manifests = [...set.ofKind('Job'), ...set.ofKind('CronJob')];
  return manifests
    .filter(({ apiVersion }) => apiVersion === 'batch/v1')
    .map((manifest) => {
      const steps = isKind(manifest, 'Job') ? ['spec'] : ['spec', 'jobTemplate', 'spec'];
      return { manifest, path: steps.join('.'), spec: fields(at(manifest, ...steps)) };
    });
}
