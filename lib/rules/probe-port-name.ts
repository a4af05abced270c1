import { at, fields, items } from '../manifest';
import { PORT_NAME } from '../names';
import { type Handler, handlersOf, PROBES } from './handlers';
import { nearest } from './nearest';
import { type Container, containersWith } from './pods';
import { type Fault, fault, type Rule } from './rule';

export const probePortName: Rule = {
  id: 'probe-port-name',
  severity: 'error',
  accepted: true,
  summary:
    'A probe or a hook names a port of its own container. Of any other name nothing is asked: the pod never gets ready, or is never found dead.',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/probe/util.go',
  *check(set) {
    for (const container of containersWith(set, ...PROBES, 'lifecycle')) {
      for (const handler of handlersOf(container)) yield* faultsOf(handler);
    }
  },
};

/** What becomes of a pod whose handler asks at a port that is not there. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  startupProbe: 'the container is never taken as started',
  readinessProbe: 'the pod never gets ready',
  livenessProbe: 'the container is never found dead',
  postStart: 'the container is killed after its start',
  preStop: 'the hook is passed over',
};

function* faultsOf({ name, path, container, fields: handler }: Handler): Iterable<Fault> {
  const known = portNamesOf(container);
  for (const way of ['httpGet', 'tcpSocket']) {
    const port = at(handler, way, 'port');
    if (typeof port !== 'string' || !PORT_NAME.matches(port) || known.includes(port)) continue;
    const meant = nearest(port, known) ?? (known.length === 1 ? known[0] : undefined);
    yield fault(
      container.manifest,
      { path: `${path}.${way}.port`, value: port },
      `must be the name of a port of the same container, which has ${known.join(', ') || 'none with a name'}; as it is, ${CONSEQUENCES[name]}`,
      meant === undefined ? 'write the number of the port, or name a port of the container so' : `write ${meant}`,
    );
  }
}

function portNamesOf(container: Container): string[] {
  return items(container.fields.ports).flatMap((port) => {
    const { name } = fields(port);
    return typeof name === 'string' ? [name] : [];
  });
}
