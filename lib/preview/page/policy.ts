import { DEFAULT_BEHAVIOR, type ScalingPolicy, type ScalingRules } from '../../autoscaling/controller/spec';
import type { Setup } from '../model';
import { sayTime } from '../seconds';
import { withRules } from '../variant';

export type Direction = 'scaleUp' | 'scaleDown';

/** The policy of a direction, where the autoscaler says exactly one. */
export function onlyPolicyOf({ spec }: Setup, direction: Direction): ScalingPolicy | undefined {
  const rules = spec.behavior?.[direction];
  return rules?.policies.length === 1 && rules.selectPolicy !== 'Disabled' ? rules.policies[0] : undefined;
}

/** A policy of a type, from which one goes on: the one that is there, or as much as Kubernetes allows by itself. */
export function firstPolicy(setup: Setup, direction: Direction, type: ScalingPolicy['type']): ScalingPolicy {
  const only = onlyPolicyOf(setup, direction);
  const value = only?.type === type ? only.value : type === 'Pods' ? 4 : 100;
  return { type, value, period: only?.period ?? 15_000 };
}

/** That policy alone; without one, no pod is added or removed at all. */
export function withPolicy(setup: Setup, direction: Direction, policy: ScalingPolicy | undefined): Setup {
  return policy === undefined
    ? withRules(setup, direction, { selectPolicy: 'Disabled' })
    : withRules(setup, direction, { selectPolicy: 'Max', policies: [policy] });
}

/** `4 pods or 100 % in 15 s`. */
export function sayPolicies({ spec }: Setup, direction: Direction): string {
  const { selectPolicy, policies }: ScalingRules = (spec.behavior ?? DEFAULT_BEHAVIOR)[direction];
  if (selectPolicy === 'Disabled') return 'never';
  const hasOnePeriod = new Set(policies.map(({ period }) => period)).size === 1;
  const said = policies.map(({ type, value, period }, index) => {
    const isSaidLater = hasOnePeriod && index < policies.length - 1;
    return `${value} ${type === 'Pods' ? 'pods' : '%'}${isSaidLater ? '' : ` in ${sayTime(period)}`}`;
  });
  return said.join(selectPolicy === 'Min' ? ' and ' : ' or ');
}
