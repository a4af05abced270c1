import { channel } from 'node:diagnostics_channel';
import { PROGRESS_CHANNEL, type SynthProgress } from './report';

const progress = channel(PROGRESS_CHANNEL);

/** Tells whoever listens how far a synth is. */
export function tell(doing: string, done: number, total: number): void {
  if (!progress.hasSubscribers) return;
  const told: SynthProgress = { doing, done, total };
  progress.publish(told);
}
