import { at, fields, isKind, type Located, locatedItems, type Manifest } from '../manifest';
import { quantityOf } from '../quantity';
import { integerFault } from './integer';
import { type Fault, fault, type Rule } from './rule';

const POLICY_TYPES = ['Pods', 'Percent'];
const SELECT_POLICIES = ['Max', 'Min', 'Disabled'];

export const scalingBehavior: Rule = {
  id: 'scaling-behavior',
  severity: 'error',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'HorizontalPodAutoscaler'))) {
      for (const direction of ['scaleUp', 'scaleDown']) {
        const value = at(manifest, 'spec', 'behavior', direction);
        if (value !== undefined) yield* directionFaults(manifest, { path: `spec.behavior.${direction}`, value });
      }
    }
  },
};

function* directionFaults(manifest: Manifest, direction: Located): Iterable<Fault> {
  const { stabilizationWindowSeconds, selectPolicy, policies, tolerance } = fields(direction.value);

  const window = { path: `${direction.path}.stabilizationWindowSeconds`, value: stabilizationWindowSeconds };
  const windowFault = integerFault(window, 0, 3600);
  if (windowFault !== undefined) yield fault(manifest, window, windowFault, 'choose a window of at most an hour');

  if (selectPolicy !== undefined && !SELECT_POLICIES.includes(selectPolicy as string)) {
    const where = { path: `${direction.path}.selectPolicy`, value: selectPolicy };
    yield fault(manifest, where, `must be one of ${SELECT_POLICIES.join(', ')}`, 'leave it out for Max');
  }
  if (tolerance !== undefined && (quantityOf(tolerance) ?? -1n) < 0n) {
    const where = { path: `${direction.path}.tolerance`, value: tolerance };
    yield fault(manifest, where, 'must be a Kubernetes quantity of at least 0', "write a fraction: '0.05' is 5 %");
  }
  const list = { path: `${direction.path}.policies`, value: policies };
  if (Array.isArray(policies) && policies.length === 0) {
    const fix = "leave policies out for Kubernetes' own, or set selectPolicy to Disabled to forbid this direction";
    yield fault(manifest, list, 'must hold at least one policy', fix);
  }
  for (const policy of locatedItems(list)) yield* policyFaults(manifest, policy);
}

function* policyFaults(manifest: Manifest, { path, value: policy }: Located): Iterable<Fault> {
  const { type, value, periodSeconds } = fields(policy);
  if (!POLICY_TYPES.includes(type as string)) {
    const where = { path: `${path}.type`, value: type };
    yield fault(manifest, where, `must be one of ${POLICY_TYPES.join(', ')}`, 'use a ScalingPolicy');
  }
  const amount = { path: `${path}.value`, value: value ?? null };
  const amountFault = integerFault(amount, 1);
  if (amountFault !== undefined) yield fault(manifest, amount, amountFault, 'write how many pods, or what percentage');

  const period = { path: `${path}.periodSeconds`, value: periodSeconds ?? null };
  const periodFault = integerFault(period, 1, 1800);
  if (periodFault !== undefined)
    yield fault(manifest, period, periodFault, 'choose whole seconds, from 1 second to half an hour');
}
