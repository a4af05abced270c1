import { SIDECARS_SINCE } from '../autoscaling/amounts';
import { items } from '../manifest';
import { child, childItems, isSet } from './located';
import { oneOfFaults } from './one-of';
import { type Container, containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';

/** When each came: policies of any container, then rules for sidecars and the restart of all. */
const RULES_SINCE = 35;
const ALL_SINCE = 36;

const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;

export const containerRestartPolicy: Rule = {
  id: 'container-restart-policy',
  severity: 'error',
  summary: 'An init container restarts Always or as the pod does; since 1.35, every container may have its own policy.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const container of containersWith(set, 'restartPolicy', 'restartPolicyRules')) {
      yield* kubernetes < RULES_SINCE ? olderFaults(container, kubernetes) : policyFaults(container, kubernetes);
    }
  },
};

/** 1.28 drops the policies of init containers, 1.34 whatever 1.33 would not take. */
function* olderFaults(container: Container, kubernetes: number): Iterable<Fault> {
  const { manifest } = container;
  const policy = child(container, 'restartPolicy');
  if (!isSet(policy.value) || kubernetes >= RULES_SINCE - 1) return;
  if (!container.isInit) {
    yield fault(manifest, policy, 'must not be set for a container that is no init container', 'leave it out');
  } else if (kubernetes >= SIDECARS_SINCE) {
    yield* oneOfFaults(manifest, policy, ['Always']);
  }
}

function* policyFaults(container: Container, kubernetes: number): Iterable<Fault> {
  const { manifest } = container;
  const [policy, rules] = [child(container, 'restartPolicy'), child(container, 'restartPolicyRules')];
  yield* oneOfFaults(manifest, policy, ['Always', 'Never', 'OnFailure']);
  const count = items(rules.value).length;
  if (count === 0) return;
  if (!isSet(policy.value)) {
    yield fault(manifest, policy, 'must be set where restartPolicyRules are', 'say what else is to happen: Never');
    if (container.isInit) return;
  }
  if (container.isInit && policy.value === 'Always' && kubernetes < ALL_SINCE) {
    yield fault(manifest, rules, 'must not be set where an init container restarts Always', 'leave them out');
    return;
  }
  if (count > MOST_RULES) yield fault(manifest, rules, `must be at most ${MOST_RULES}`, 'join some of them');
  const actions = kubernetes < ALL_SINCE ? ['Restart'] : ['Restart', 'RestartAllContainers'];
  for (const rule of childItems(container, 'restartPolicyRules')) {
    const action = child(rule, 'action');
    yield* oneOfFaults(manifest, { ...action, value: action.value ?? '' }, actions);
    const exitCodes = child(rule, 'exitCodes');
    if (!isSet(exitCodes.value)) {
      yield fault(manifest, exitCodes, 'must be set', 'say after which exit codes');
      continue;
    }
    const operator = child(exitCodes, 'operator');
    yield* oneOfFaults(manifest, { ...operator, value: operator.value ?? '' }, ['In', 'NotIn']);
    const values = child(exitCodes, 'values');
    if (items(values.value).length <= MOST_EXIT_CODES) continue;
    yield fault(manifest, values, `must be at most ${MOST_EXIT_CODES}`, 'name fewer, or the others with NotIn');
  }
}
