import type { Memory } from './memory';
import type { ControllerSettings } from './settings';
import type { Behavior } from './spec';

/** A recommendation that what was recommended before has been brought to bear on. */
export interface Stabilized {
  readonly replicas: number;
  /** The reason for the condition AbleToScale. */
  readonly reason: 'ReadyForNewScale' | 'ScaleUpStabilized' | 'ScaleDownStabilized';
}

/** Without a `behavior`: the highest recommendation of the last minutes. */
export function stabilizeByFlag(
  memory: Memory,
  recommended: number,
  now: number,
  settings: ControllerSettings,
): Stabilized {
  const cutoff = now - settings.downscaleStabilization;
  let highest = recommended;
  let outdated = -1;
  const recommendations = memory.recommendations ?? [];
  for (let index = 0; index < recommendations.length; index += 1) {
    const { replicas, timestamp } = recommendations[index] as { replicas: number; timestamp: number };
    if (timestamp < cutoff) outdated = index;
    else if (replicas > highest) highest = replicas;
  }
  record(memory, outdated, recommended, now);
  return { replicas: highest, reason: highest === recommended ? 'ReadyForNewScale' : 'ScaleDownStabilized' };
}

/** With a `behavior`: the number of pods that there is, moved only as far as all recommendations of the windows agree. */
export function stabilizeByBehavior(
  memory: Memory,
  recommended: number,
  current: number,
  now: number,
  { scaleUp, scaleDown }: Behavior,
  settings: ControllerSettings,
): Stabilized {
  const upCutoff = now - (scaleUp.stabilizationWindow ?? 0);
  const downCutoff = now - (scaleDown.stabilizationWindow ?? settings.downscaleStabilization);
  let lowest = recommended;
  let highest = recommended;
  let outdated = -1;
  const recommendations = memory.recommendations ?? [];
  for (let index = 0; index < recommendations.length; index += 1) {
    const { replicas, timestamp } = recommendations[index] as { replicas: number; timestamp: number };
    if (timestamp > upCutoff && replicas < lowest) lowest = replicas;
    if (timestamp > downCutoff && replicas > highest) highest = replicas;
    if (timestamp < upCutoff && timestamp < downCutoff) outdated = index;
  }
  record(memory, outdated, recommended, now);
  const replicas = Math.min(Math.max(current, lowest), highest);
  if (replicas === recommended) return { replicas, reason: 'ReadyForNewScale' };
  return { replicas, reason: recommended >= current ? 'ScaleUpStabilized' : 'ScaleDownStabilized' };
}

/** In the place of the last one that no window looks back to; so they do not stand in the order of time. */
function record(memory: Memory, outdated: number, replicas: number, now: number): void {
  memory.recommendations ??= [];
  const place = memory.recommendations[outdated];
  if (place === undefined) {
    memory.recommendations.push({ replicas, timestamp: now });
  } else {
    place.replicas = replicas;
    place.timestamp = now;
  }
}
