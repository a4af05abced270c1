import { Duration } from 'cdk8s';
import { LifecycleHook } from '../props/lifecycle-hook';
import { seconds } from '../seconds';
import { changePod, changeServing } from './change';
import type { Convenience } from './convenience';

/** What a process has to end in after the drain: Kubernetes' own grace period. */
const SECONDS_TO_END = 30;

export const drain: Convenience = (app, { drain }) => {
  if (drain === undefined) return app;
  const wait = seconds(drain);
  const draining = changeServing(app, { preStop: LifecycleHook.exec(['sleep', String(wait)]) });
  const grace = app.pod.terminationGracePeriod ?? Duration.seconds(wait + SECONDS_TO_END);
  return changePod(draining, { terminationGracePeriod: grace });
};
