import { sayTime } from '../seconds';
import type { Summary } from '../summary';

/** The summary in a few words: what is said aloud after a change. What is served is known of CPU alone. */
export function headlineOf(summary: Summary, isOfCpu: boolean): string {
  const { peakReplicas, podHours, changes } = summary;
  const most = `At most ${peakReplicas} ${peakReplicas === 1 ? 'pod' : 'pods'}`;
  const served = isOfCpu ? saySupply(summary) : `${changes} ${changes === 1 ? 'change' : 'changes'}`;
  return `${most}; ${served}; ${podHours.toFixed(2)} pod-hours.`;
}

function saySupply({ firstScaleUp, enoughCapacity, unserved = 0 }: Summary): string {
  const first = firstScaleUp === undefined ? 'never more' : `more after ${sayTime(firstScaleUp * 1000)}`;
  return `${first}, ${sayEnough(enoughCapacity)}; ${(unserved * 100).toFixed(1)} % of the load not served`;
}

function sayEnough(seconds: number | undefined): string {
  if (seconds === undefined) return 'never enough';
  return seconds === 0 ? 'always enough' : `enough after ${sayTime(seconds * 1000)}`;
}
