import { containersOf, fields, type Located, locatedItems, type Manifest } from '../manifest';
import { integerFault } from './integer';
import { isPortNumberOrName } from './port';
import { type Fault, fault, type Rule } from './rule';

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
const LOWEST: Readonly<Record<string, number>> = {
  initialDelaySeconds: 0,
  timeoutSeconds: 1,
  periodSeconds: 1,
  successThreshold: 1,
  failureThreshold: 1,
  terminationGracePeriodSeconds: 1,
};

export const probe: Rule = {
  id: 'probe',
  severity: 'error',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const container of containersOf(manifest)) {
        for (const name of PROBES) {
          const value = fields(container.value)[name];
          if (value !== undefined) yield* probeFaults(manifest, name, { path: `${container.path}.${name}`, value });
        }
      }
    }
  },
};

function* probeFaults(manifest: Manifest, name: string, probe: Located): Iterable<Fault> {
  const spec = fields(probe.value);
  for (const [field, lowest] of Object.entries(LOWEST)) {
    const where = { path: `${probe.path}.${field}`, value: spec[field] };
    const must = integerFault(where, lowest);
    if (must !== undefined) yield fault(manifest, where, must, 'write whole seconds or whole counts');
  }
  if (name !== 'readinessProbe' && spec.successThreshold !== undefined && spec.successThreshold !== 1) {
    const where = { path: `${probe.path}.successThreshold`, value: spec.successThreshold };
    yield fault(manifest, where, `must be 1 for a ${name}`, 'leave successThreshold out');
  }
  if (name === 'readinessProbe' && spec.terminationGracePeriodSeconds !== undefined) {
    const where = { path: `${probe.path}.terminationGracePeriodSeconds`, value: spec.terminationGracePeriodSeconds };
    yield fault(manifest, where, 'must not be set for a readinessProbe, which ends nothing', 'leave it out');
  }
  const handlers = HANDLERS.filter((handler) => spec[handler] !== undefined);
  if (handlers.length !== 1) {
    const where = { path: probe.path, value: handlers };
    yield fault(manifest, where, `must have exactly one of ${HANDLERS.join(', ')}`, 'choose one');
  }
  for (const handler of handlers) yield* handlerFaults(manifest, handler, `${probe.path}.${handler}`, spec[handler]);
}

function* handlerFaults(manifest: Manifest, handler: string, path: string, value: unknown): Iterable<Fault> {
  const { port, command, scheme, httpHeaders } = fields(value);
  if (handler === 'httpGet' && scheme !== undefined && scheme !== 'HTTP' && scheme !== 'HTTPS') {
    yield fault(manifest, { path: `${path}.scheme`, value: scheme }, 'must be HTTP or HTTPS', 'leave it out for HTTP');
  }
  for (const header of locatedItems({ path: `${path}.httpHeaders`, value: httpHeaders })) {
    const { name } = fields(header.value);
    if (typeof name === 'string' && /^[-A-Za-z0-9]+$/.test(name)) continue;
    yield fault(
      manifest,
      { path: `${header.path}.name`, value: name },
      "must be letters, digits and '-'",
      'rename the header',
    );
  }
  if (handler === 'exec') {
    if (Array.isArray(command) && command.length > 0) return;
    yield fault(
      manifest,
      { path: `${path}.command`, value: command },
      'must be a list of words, and not empty',
      "write the command, such as ['cat', '/tmp/ready']",
    );
  } else if (!isPortNumberOrName(port) || (handler === 'grpc' && typeof port === 'string')) {
    const must = handler === 'grpc' ? 'must be a port from 1 to 65535' : 'must be a port from 1 to 65535, or its name';
    yield fault(manifest, { path: `${path}.port`, value: port }, must, 'write the port that the process listens on');
  }
}
