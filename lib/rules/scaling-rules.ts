import { fields, items, type Located, locatedItems, type Manifest } from '../manifest';
import { quantityOf } from '../quantity';
import { integerFault } from './integer';
import { type Fault, fault } from './rule';

const POLICY_TYPES = ['Pods', 'Percent'];
const SELECT_POLICIES = ['Max', 'Min', 'Disabled'];

/** What is wrong with how an autoscaler scales in one direction: validateScalingRules. */
export function* scalingRulesFaults(manifest: Manifest, { path, value }: Located, minor: number): Iterable<Fault> {
  const { stabilizationWindowSeconds, selectPolicy, policies, tolerance } = fields(value);

  const window = { path: `${path}.stabilizationWindowSeconds`, value: stabilizationWindowSeconds ?? undefined };
  const windowFault = integerFault(window, 0, 3600);
  if (windowFault !== undefined) yield fault(manifest, window, windowFault, 'choose a window of at most an hour');

  if (!SELECT_POLICIES.includes(String(selectPolicy ?? 'Max'))) {
    const where = { path: `${path}.selectPolicy`, value: selectPolicy };
    yield fault(manifest, where, `must be one of ${SELECT_POLICIES.join(', ')}`, 'leave it out for Max');
  }
  if (tolerance !== undefined && tolerance !== null) {
    yield* toleranceFaults(manifest, { path: `${path}.tolerance`, value: tolerance }, minor);
  }
  const list = { path: `${path}.policies`, value: policies };
  if (Array.isArray(policies) && items(policies).length === 0) {
    const fix = "leave policies out for Kubernetes' own, or set selectPolicy to Disabled to forbid this direction";
    yield fault(manifest, list, 'must hold at least one policy', fix);
  }
  for (const policy of locatedItems(list)) yield* policyFaults(manifest, policy);
}

/** Before, the gate HPAConfigurableTolerance was closed, and a tolerance only had to be readable: it was dropped. */
const HAS_TOLERANCE = 35;

function* toleranceFaults(manifest: Manifest, where: Located, minor: number): Iterable<Fault> {
  const tolerance = quantityOf(where.value);
  if (tolerance !== undefined && (tolerance >= 0n || minor < HAS_TOLERANCE)) return;
  yield fault(manifest, where, 'must be a Kubernetes quantity of at least 0', "write a fraction: '0.05' is 5 %");
}

function* policyFaults(manifest: Manifest, { path, value: policy }: Located): Iterable<Fault> {
  const { type, value, periodSeconds } = fields(policy);
  if (!POLICY_TYPES.includes(type as string)) {
    const where = { path: `${path}.type`, value: type };
    yield fault(manifest, where, `must be one of ${POLICY_TYPES.join(', ')}`, 'write Pods for a number of them');
  }
  const amount = { path: `${path}.value`, value: value ?? null };
  const amountFault = integerFault(amount, 1);
  if (amountFault !== undefined) yield fault(manifest, amount, amountFault, 'write how many pods, or what percentage');

  const period = { path: `${path}.periodSeconds`, value: periodSeconds ?? null };
  const must = integerFault(period, 1, 1800);
  if (must !== undefined) yield fault(manifest, period, must, 'choose whole seconds, from 1 second to half an hour');
}
