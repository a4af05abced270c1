import { subscribe } from 'node:diagnostics_channel';
import { PROGRESS_CHANNEL, type SynthProgress } from '../lib/synth/report';

/** What is done sooner needs no line that says so. */
const PATIENCE_MS = 1000;

/** More often nobody can read. */
const REDRAW_MS = 100;

/**
 * Says on a terminal what a synth is at, once that takes longer than a second.
 *
 * @returns what takes the line away, to be called before anything else is printed
 */
export async function showProgress(stream: NodeJS.WriteStream = process.stderr): Promise<() => void> {
  if (!stream.isTTY) return () => {};
  const { createLogUpdate } = await import('log-update');
  // To hide the cursor means to catch Ctrl-C, to show it again: a synth at work would not hear it.
  const line = createLogUpdate(stream, { showCursor: true });
  const start = performance.now();
  let drawn = start + PATIENCE_MS - REDRAW_MS;
  subscribe(PROGRESS_CHANNEL, (progress) => {
    const now = performance.now();
    if (now - drawn < REDRAW_MS) return;
    drawn = now;
    const { doing, done, total } = progress as SynthProgress;
    line(`${doing}: ${done} of ${total}, ${((now - start) / 1000).toFixed(0)} s`);
  });
  return () => line.clear();
}
