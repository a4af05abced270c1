import { type Fields, fields, type Located } from '../manifest';
import type { Container } from './pods';

export const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];
export const HOOKS = ['postStart', 'preStop'];

/** A probe or a hook of a container, as far as it is written. */
export interface Handler extends Located {
  readonly name: string;
  readonly container: Container;
  readonly fields: Fields;
}

/** The probes and the hooks of a container. */
export function handlersOf(container: Container): readonly Handler[] {
  const handlers: Handler[] = [];
  const add = (name: string, path: string, value: unknown) => {
    if (value !== undefined && value !== null) handlers.push({ name, path, value, container, fields: fields(value) });
  };
  for (const name of PROBES) add(name, `${container.path}.${name}`, container.fields[name]);
  const lifecycle = fields(container.fields.lifecycle);
  for (const name of HOOKS) add(name, `${container.path}.lifecycle.${name}`, lifecycle[name]);
  return handlers;
}

/** A container that runs as long as the pod does: an ordinary one, or a sidecar among the init containers. */
export function isLongRunning({ isInit, fields: { restartPolicy } }: Container): boolean {
  return !isInit || restartPolicy === 'Always';
}

/** The times of a probe after defaulting, in seconds. */
export function timesOf(probe: unknown): {
  readonly delay: number;
  readonly period: number;
  readonly threshold: number;
} {
  const { initialDelaySeconds, periodSeconds, failureThreshold } = fields(probe);
  return {
    delay: positive(initialDelaySeconds, 0),
    period: positive(periodSeconds, 10),
    threshold: positive(failureThreshold, 3),
  };
}

/** How long after the start of its container a probe gives it up, in seconds. */
export function patienceOf(probe: unknown): number {
  const { delay, period, threshold } = timesOf(probe);
  return delay + period * threshold;
}

/** The API server reads 0 as if nothing were said. */
function positive(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 ? value : otherwise;
}
