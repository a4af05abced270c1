import { Duration } from 'cdk8s';
import { Probe } from '../props/probe';
import { seconds } from '../seconds';
import { changeServing } from './change';
import type { Convenience } from './convenience';

/** Kubernetes' own progress deadline. */
const DEFAULT_DEADLINE_SECONDS = 600;

/** A model that has loaded early is found so early. */
const PERIOD_SECONDS = 5;

export const startupBudget: Convenience = (app, { startupBudget }) => {
  if (startupBudget === undefined) return app;
  const { startupProbe, readinessProbe } = app.pod.servingContainer;
  const asked = startupProbe ?? readinessProbe ?? Probe.tcpSocket();
  const period = seconds(startupProbe?._options.period) ?? PERIOD_SECONDS;
  const delay = seconds(startupProbe?._options.initialDelay) ?? 0;
  const budget = seconds(startupBudget);
  const probe = asked._with({
    initialDelay: startupProbe?._options.initialDelay,
    period: startupProbe?._options.period ?? Duration.seconds(PERIOD_SECONDS),
    timeout: asked._options.timeout,
    terminationGracePeriod: startupProbe?._options.terminationGracePeriod,
    // The first try comes within a period of the start, and the last failure kills: the tries before it are sure.
    failureThreshold: Math.max(0, Math.ceil((budget - delay) / period)) + 1,
  });

  const withProbe = changeServing(app, { startupProbe: probe });
  // The deadline must leave room for the budget, for the image to be pulled, and for `minReady`.
  const least = budget + (seconds(app.deployment.minReady) ?? 0) + DEFAULT_DEADLINE_SECONDS / 2;
  if (app.deployment.progressDeadline !== undefined || least <= DEFAULT_DEADLINE_SECONDS) return withProbe;
  return { ...withProbe, deployment: { ...app.deployment, progressDeadline: Duration.seconds(Math.ceil(least)) } };
};
