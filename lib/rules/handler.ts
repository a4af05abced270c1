import { fields, items, type Located, type Manifest } from '../manifest';
import { HTTP_HEADER_NAME } from '../names';
import { child, childItems, isSet } from './located';
import { oneOfOrEmptyFaults } from './one-of';
import { isPortNumberOrName } from './port';
import { type Fault, fault } from './rule';
import { formatFaults } from './value';

/** What is wrong with what a probe or a hook does: exactly one of some handlers, and that one sound. */
export function* handlerFaults(manifest: Manifest, owner: Located, handlers: readonly string[]): Iterable<Fault> {
  const said = fields(owner.value);
  const found = handlers.filter((name) => isSet(said[name])).map((name) => child(owner, name));
  if (found.length !== 1) {
    const where = { path: owner.path, value: found.map(({ path }) => path.slice(owner.path.length + 1)) };
    yield fault(manifest, where, `must have exactly one of ${handlers.join(', ')}`, 'choose one');
  }
  for (const handler of found) {
    if (handler.path.endsWith('.exec')) yield* commandFaults(manifest, child(handler, 'command'));
    if (/\.(httpGet|tcpSocket|grpc)$/.test(handler.path)) yield* portFaults(manifest, handler);
    if (handler.path.endsWith('.httpGet')) yield* requestFaults(manifest, handler);
  }
}

function* commandFaults(manifest: Manifest, command: Located): Iterable<Fault> {
  if (items(command.value).length > 0) return;
  yield fault(
    manifest,
    command,
    'must be a list of words, and not empty',
    "write the command, such as ['cat', '/tmp/ready']",
  );
}

function* portFaults(manifest: Manifest, handler: Located): Iterable<Fault> {
  const port = child(handler, 'port');
  const isNumber = handler.path.endsWith('.grpc');
  if (isPortNumberOrName(port.value) && !(isNumber && typeof port.value === 'string')) return;
  const must = `must be a port from 1 to 65535${isNumber ? '' : ', or its name'}`;
  yield fault(manifest, port, must, 'write the port that the process listens on');
}

function* requestFaults(manifest: Manifest, handler: Located): Iterable<Fault> {
  yield* oneOfOrEmptyFaults(manifest, child(handler, 'scheme'), ['HTTP', 'HTTPS']);
  for (const header of childItems(handler, 'httpHeaders')) {
    yield* formatFaults(manifest, child(header, 'name'), HTTP_HEADER_NAME, 'rename the header');
  }
}
