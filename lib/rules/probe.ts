import { fields, type Located, type Manifest } from '../manifest';
import { handlerFaults } from './handler';
import { PROBES } from './handlers';
import { integerFault } from './integer';
import { child, isSet } from './located';
import { containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';

const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
/** Kubernetes reads 0 as the default of each. */
const NOT_NEGATIVE = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'];

export const probe: Rule = {
  id: 'probe',
  severity: 'error',
  summary: 'A probe asks in exactly one way, and its times and thresholds are in range.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe',
  *check(set) {
    for (const container of containersWith(set, ...PROBES)) {
      // An init container that ends may have none: init-container tells that.
      if (container.isInit && container.fields.restartPolicy !== 'Always') continue;
      for (const name of PROBES) {
        const located = child(container, name);
        if (isSet(located.value)) yield* probeFaults(container.manifest, name, located);
      }
    }
  },
};

function* probeFaults(manifest: Manifest, name: string, located: Located): Iterable<Fault> {
  yield* handlerFaults(manifest, located, HANDLERS);
  const said = fields(located.value);
  for (const field of NOT_NEGATIVE) {
    if (!isSet(said[field])) continue;
    const where = child(located, field);
    const must = integerFault(where, 0);
    if (must !== undefined) yield fault(manifest, where, must, 'write whole seconds or whole counts');
  }
  const successes = child(located, 'successThreshold');
  if (name !== 'readinessProbe' && typeof successes.value === 'number' && successes.value > 1) {
    yield fault(manifest, successes, `must be 1 for a ${name}`, 'leave successThreshold out');
  }
  const period = child(located, 'terminationGracePeriodSeconds');
  if (!isSet(period.value)) return;
  if (name === 'readinessProbe') {
    yield fault(manifest, period, 'must not be set for a readinessProbe, which ends nothing', 'leave it out');
  } else if (typeof period.value === 'number' && period.value < 1) {
    yield fault(manifest, period, 'must be at least 1', 'leave it out for that of the pod');
  }
}
