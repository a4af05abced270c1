import { type Fields, fields, type Manifest } from '../manifest';
import { withDefaults } from './form';
import { metadataForm } from './metadata-form';
import { templateForm } from './pod-form';

/** @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/v1/defaults.go */
export function jobForm(job: Manifest): Manifest {
  return { ...job, spec: specForm(fields(job.spec)) };
}

export function cronJobForm(job: Manifest): Manifest {
  const spec = withDefaults(fields(job.spec), {
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  });
  const { metadata, spec: inner } = fields(spec.jobTemplate);
  return {
    ...job,
    spec: { ...spec, jobTemplate: { metadata: metadataForm(fields(metadata)), spec: specForm(fields(inner)) } },
  };
}

/** Where neither number is said, both are 1; without completions, any pod that succeeds is enough. */
function specForm(said: Fields): Fields {
  const isOfOne = said.completions == null && said.parallelism == null;
  const spec = withDefaults(said, {
    parallelism: 1,
    completions: isOfOne ? 1 : undefined,
    completionMode: 'NonIndexed',
    backoffLimit: said.backoffLimitPerIndex == null ? 6 : 2_147_483_647,
    suspend: false,
    manualSelector: false,
  });
  return { ...spec, template: templateForm(fields(spec.template)) };
}
