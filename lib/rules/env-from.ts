import { DNS_SUBDOMAIN_PREFIX } from '../names';
import { envNameFormat } from './env-name';
import { child, childItems, isSet } from './located';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';
import { formatFaults } from './value';

const SOURCES = ['configMapRef', 'secretRef'];

export const envFrom: Rule = {
  id: 'env-from',
  severity: 'error',
  summary: 'Variables come from one ConfigMap or one Secret at a time, by its name.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables',
  *check(set) {
    const format = envNameFormat(set.settings.kubernetes);
    for (const container of containersWith(set, 'envFrom')) {
      for (const source of childItems(container, 'envFrom')) {
        const prefix = child(source, 'prefix');
        if (prefix.value !== '' && isSet(prefix.value)) {
          yield* formatFaults(container.manifest, prefix, format, 'choose another prefix, or leave it out');
        }
        const references = SOURCES.map((name) => child(source, name)).filter(({ value }) => isSet(value));
        if (references.length !== 1) {
          yield fault(
            container.manifest,
            source,
            `must have exactly one of ${SOURCES.join(' and ')}`,
            'begin an item each',
          );
        }
        for (const reference of references) {
          const wayOut = 'write the name of the object that holds the variables';
          yield* formatFaults(container.manifest, child(reference, 'name'), DNS_SUBDOMAIN_PREFIX, wayOut);
        }
      }
    }
  },
};
