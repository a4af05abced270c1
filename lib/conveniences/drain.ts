import { Duration } from 'cdk8s';
import { LifecycleHook } from '../props/lifecycle-hook';
import { changePod, changeServing } from './change';
import type { Convenience } from './convenience';

/** What a process has to end in after the drain: Kubernetes' own grace period. */
const SECONDS_TO_END = 30;

export const drain: Convenience = (app, { drain }) => {
  if (drain === undefined) return app;
  const seconds = drain.toSeconds({ integral: false });
  const draining = changeServing(app, { preStop: LifecycleHook.exec(['sleep', String(seconds)]) });
  const grace = app.pod.terminationGracePeriod ?? Duration.seconds(seconds + SECONDS_TO_END);
  return changePod(draining, { terminationGracePeriod: grace });
};
