import { SIDECARS_SINCE } from '../autoscaling/amounts';
import { fields } from '../manifest';
import { child, isSet } from './located';
import { type Container, containersIn } from './pods';
import { fault, type Rule } from './rule';

const OF_RUNNING_CONTAINERS = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'];

export const initContainer: Rule = {
  id: 'init-container',
  severity: 'error',
  summary: 'An init container that ends has neither probes nor hooks; one with restartPolicy Always has.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/init-containers/',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const container of containersIn(set)) {
      if (!container.isInit || isSidecar(container, kubernetes)) continue;
      for (const field of OF_RUNNING_CONTAINERS.map((name) => child(container, name))) {
        if (!isSet(field.value) || isDropped(field.value)) continue;
        const fix =
          kubernetes < SIDECARS_SINCE
            ? 'leave it out'
            : 'set restartPolicy: Always, if it is to run beside the other containers, or leave it out';
        yield fault(container.manifest, field, 'must not be set for an init container that ends', fix);
      }
    }
  },
};

function isSidecar(container: Container, kubernetes: number): boolean {
  return container.fields.restartPolicy === 'Always' && kubernetes >= SIDECARS_SINCE;
}

/** The API server drops a stop signal as that of a feature that is off, and what then is empty. */
function isDropped(value: unknown): boolean {
  const { stopSignal, postStart, preStop } = fields(value);
  return isSet(stopSignal) && !isSet(postStart) && !isSet(preStop);
}
