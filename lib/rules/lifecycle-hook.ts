import { isKind, type Located } from '../manifest';
import { handlerFaults } from './handler';
import { HOOKS } from './handlers';
import { child, isSet } from './located';
import { containersWith, type Pod } from './pods';
import { type Fault, fault, type Rule } from './rule';

const HANDLERS = ['httpGet', 'tcpSocket', 'exec'];

/** Before, Kubernetes drops a sleep as that of a feature that is off, and finds no handler. */
const SLEEP_SINCE = 30;
/** Since then a sleep may take no time at all. */
const NO_SLEEP_SINCE = 33;
const DEFAULT_GRACE_PERIOD = 30;

export const lifecycleHook: Rule = {
  id: 'lifecycle-hook',
  severity: 'error',
  summary: 'A hook does exactly one thing; a sleep ends before the pod is killed.',
  source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const container of containersWith(set, 'lifecycle')) {
      // An init container that ends may have none: init-container tells that.
      if (container.isInit && container.fields.restartPolicy !== 'Always') continue;
      for (const name of HOOKS) {
        const hook = child(child(container, 'lifecycle'), name);
        if (!isSet(hook.value)) continue;
        yield* handlerFaults(container.manifest, hook, kubernetes < SLEEP_SINCE ? HANDLERS : [...HANDLERS, 'sleep']);
        if (kubernetes >= SLEEP_SINCE) yield* sleepFaults(container.pod, child(hook, 'sleep'), kubernetes);
      }
    }
  },
};

function* sleepFaults(pod: Pod, sleep: Located, kubernetes: number): Iterable<Fault> {
  const seconds = child(sleep, 'seconds');
  const value = seconds.value ?? 0;
  if (!isSet(sleep.value) || typeof value !== 'number') return;
  const shortest = kubernetes < NO_SLEEP_SINCE ? 1 : 0;
  const longest = gracePeriodOf(pod);
  if (value >= shortest && value <= longest) return;
  const must = `must be from ${shortest} to terminationGracePeriodSeconds (${longest})`;
  yield fault(pod.manifest, seconds, must, 'sleep less, or raise terminationGracePeriodSeconds of the pod');
}

/** Of a Pod, the API server reads what is negative as 1. */
function gracePeriodOf({ manifest, spec }: Pod): number {
  const period = spec.terminationGracePeriodSeconds;
  if (typeof period !== 'number') return DEFAULT_GRACE_PERIOD;
  return period < 0 && isKind(manifest, 'Pod') ? 1 : period;
}
