import { fields } from '../manifest';
import { isLongRunning, timesOf } from './handlers';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

export const livenessAsReadiness: Rule = {
  id: 'liveness-as-readiness',
  severity: 'advice',
  summary:
    'A liveness probe asks less, or waits longer, than the readiness probe: else a pod that is only busy is killed instead of spared.',
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe',
  *check(set) {
    for (const container of containersWith(set, 'livenessProbe').filter(isLongRunning)) {
      const { livenessProbe, readinessProbe } = container.fields;
      if (livenessProbe == null || readinessProbe == null) continue;
      const question = questionOf(livenessProbe, container.fields);
      if (question === undefined || question !== questionOf(readinessProbe, container.fields)) continue;
      const kills = secondsOf(livenessProbe);
      const spares = secondsOf(readinessProbe);
      if (kills > spares) continue;
      yield fault(
        container.manifest,
        { path: `${container.path}.livenessProbe`, value: kills },
        `must give a busy pod more seconds than the readiness probe, which asks the same and spares the pod after ${spares}`,
        'ask for less, such as a path that does not touch the model, or raise its failureThreshold',
      );
    }
  },
};

/** What a probe asks, with what is not said filled in; nothing where it is not known. */
function questionOf(probe: unknown, container: Readonly<Record<string, unknown>>): string | undefined {
  const { httpGet, tcpSocket, exec, grpc } = fields(probe);
  const { path = '/', scheme = 'HTTP', host, port } = fields(httpGet);
  if (httpGet != null) return JSON.stringify(['httpGet', host, portOf(port, container), path, scheme]);
  if (tcpSocket != null) return JSON.stringify(['tcpSocket', portOf(fields(tcpSocket).port, container)]);
  if (exec != null) return JSON.stringify(['exec', fields(exec).command]);
  return grpc != null ? JSON.stringify(['grpc', fields(grpc).port, fields(grpc).service ?? '']) : undefined;
}

function portOf(port: unknown, { ports }: Readonly<Record<string, unknown>>): unknown {
  const named = Array.isArray(ports) ? ports.map(fields).find(({ name }) => name === port) : undefined;
  return named?.containerPort ?? port;
}

function secondsOf(probe: unknown): number {
  const { period, threshold } = timesOf(probe);
  return period * threshold;
}
