import type { Memory, ScaleEvent } from './memory';
import type { AutoscalerSpec, Behavior, ScalingPolicy, ScalingRules } from './spec';

/** A number of pods that the bounds and the pace of change have been brought to bear on. */
export interface Limited {
  readonly replicas: number;
  /** The reason for the condition ScalingLimited. */
  readonly reason: 'DesiredWithinRange' | 'TooFewReplicas' | 'TooManyReplicas' | 'ScaleUpLimit' | 'ScaleDownLimit';
}

const WITHIN_RANGE = 'DesiredWithinRange';

/** Without a `behavior`: at most twice the pods, or four, at each look. */
export function limitByFlag(desired: number, current: number, { minReplicas, maxReplicas }: AutoscalerSpec): Limited {
  const limit = Math.max(2 * current, 4);
  const most = Math.min(maxReplicas, limit);
  if (desired < minReplicas) return { replicas: minReplicas, reason: 'TooFewReplicas' };
  if (desired > most) return { replicas: most, reason: maxReplicas > limit ? 'ScaleUpLimit' : 'TooManyReplicas' };
  return { replicas: desired, reason: WITHIN_RANGE };
}

/** With a `behavior`: at most as many more or fewer as its policies allow, counted over their periods. */
export function limitByBehavior(
  memory: Memory,
  desired: number,
  current: number,
  now: number,
  { minReplicas, maxReplicas }: AutoscalerSpec,
  { scaleUp, scaleDown }: Behavior,
): Limited {
  if (desired > current) {
    const limit = Math.max(upLimit(memory, current, now, scaleUp), current);
    const most = Math.min(maxReplicas, limit);
    if (desired > most) return { replicas: most, reason: maxReplicas > limit ? 'ScaleUpLimit' : 'TooManyReplicas' };
  } else if (desired < current) {
    const limit = Math.min(downLimit(memory, current, now, scaleDown), current);
    const fewest = Math.max(minReplicas, limit);
    if (desired < fewest)
      return { replicas: fewest, reason: minReplicas < limit ? 'ScaleDownLimit' : 'TooFewReplicas' };
  }
  return { replicas: desired, reason: WITHIN_RANGE };
}

function upLimit(memory: Memory, current: number, now: number, rules: ScalingRules): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const limits = rules.policies.map((policy) => {
    const start = startOf(memory, current, now, policy);
    return policy.type === 'Pods' ? start + policy.value : Math.ceil(start * (1 + policy.value / 100));
  });
  return rules.selectPolicy === 'Min' ? Math.min(...limits) : Math.max(...limits);
}

function downLimit(memory: Memory, current: number, now: number, rules: ScalingRules): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const limits = rules.policies.map((policy) => {
    const start = startOf(memory, current, now, policy);
    return policy.type === 'Pods' ? start - policy.value : Math.trunc(start * (1 - policy.value / 100));
  });
  // The largest change is the lowest number.
  return rules.selectPolicy === 'Min' ? Math.max(...limits) : Math.min(...limits);
}

/** How many pods there were when the period of a policy began: what others changed is not seen. */
function startOf({ scaleUps, scaleDowns }: Memory, current: number, now: number, { period }: ScalingPolicy): number {
  return current - changeSince(scaleUps, now - period) + changeSince(scaleDowns, now - period);
}

function changeSince(events: readonly ScaleEvent[], cutoff: number): number {
  let change = 0;
  for (const event of events) if (event.timestamp > cutoff) change += event.change;
  return change;
}

/** Remembers a change, in the place of the last one that no policy of its direction looks back to. */
export function recordChange(memory: Memory, before: number, after: number, now: number, behavior: Behavior): void {
  const isUp = after > before;
  const events = isUp ? memory.scaleUps : memory.scaleDowns;
  const { policies } = isUp ? behavior.scaleUp : behavior.scaleDown;
  const cutoff = now - Math.max(0, ...policies.map(({ period }) => period));
  let outdated = -1;
  for (const [index, event] of events.entries()) {
    if (event.timestamp < cutoff) event.isOutdated = true;
    if (event.isOutdated) outdated = index;
  }
  const event: ScaleEvent = { change: Math.abs(after - before), timestamp: now, isOutdated: false };
  if (outdated === -1) events.push(event);
  else events[outdated] = event;
}
