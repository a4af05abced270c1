import { at, fields, type Manifest } from '../manifest';
import { DNS_LABEL } from '../names';
import { nonNegativeFaults } from './non-negative';
import { type Fault, fault, type Rule } from './rule';
import { workloadsOf } from './workloads';

export const statefulSet: Rule = {
  id: 'stateful-set',
  severity: 'error',
  summary: 'A StatefulSet has the name of a Service, and policies that Kubernetes knows.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/',
  *check(set) {
    for (const manifest of workloadsOf(set, 'StatefulSet')) {
      const { serviceName, podManagementPolicy, persistentVolumeClaimRetentionPolicy, ordinals } = fields(
        manifest.spec,
      );
      yield* nonNegativeFaults(manifest, 'spec.ordinals', fields(ordinals), ['start']);
      yield* choiceFaults(manifest, 'spec.podManagementPolicy', podManagementPolicy, ['OrderedReady', 'Parallel']);
      for (const when of ['whenDeleted', 'whenScaled']) {
        const path = `spec.persistentVolumeClaimRetentionPolicy.${when}`;
        yield* choiceFaults(manifest, path, at(persistentVolumeClaimRetentionPolicy, when), ['Retain', 'Delete']);
      }
      if (!serviceName || DNS_LABEL.matches(String(serviceName))) continue;
      if (set.settings.kubernetes < JUDGES_SERVICE_NAME) continue;
      const where = { path: 'spec.serviceName', value: serviceName };
      yield fault(manifest, where, `must be ${DNS_LABEL.description}`, 'write the name of the headless Service');
    }
  },
};

/** The first version that looks at the name of the Service. */
const JUDGES_SERVICE_NAME = 33;

function* choiceFaults(manifest: Manifest, path: string, value: unknown, known: readonly string[]): Iterable<Fault> {
  if (!value || known.includes(value as string)) return;
  yield fault(manifest, { path, value }, `must be one of ${known.join(', ')}`, `leave it out for ${known[0]}`);
}
