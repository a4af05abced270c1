import { ENV_NAME, type NameFormat, RELAXED_ENV_NAME } from '../names';
import { child, childItems } from './located';
import { containersWith } from './pods';
import type { Rule } from './rule';
import { formatFaults } from './value';

export const envName: Rule = {
  id: 'env-name',
  severity: 'error',
  summary: 'An environment variable has a name that Kubernetes takes; since 1.32 it takes almost any.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables',
  *check(set) {
    const format = envNameFormat(set.settings.kubernetes);
    for (const container of containersWith(set, 'env')) {
      for (const variable of childItems(container, 'env')) {
        yield* formatFaults(container.manifest, child(variable, 'name'), format, 'rename the variable');
      }
    }
  },
};

/** What a version takes as the name of a variable, or as what all names of a source begin with. */
export function envNameFormat(kubernetes: number): NameFormat {
  return kubernetes < 32 ? ENV_NAME : RELAXED_ENV_NAME;
}
