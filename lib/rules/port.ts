import type { Manifest } from '../manifest';
import { PORT_NAME } from '../names';
import { isInteger } from './integer';
import { type Fault, fault } from './rule';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

export function isPortNumberOrName(value: unknown): boolean {
  return typeof value === 'string' ? PORT_NAME.matches(value) : isInteger(value, 1, 65535);
}

/** What is wrong with the protocol of a port. */
export function* protocolFaults(manifest: Manifest, portPath: string, protocol: unknown): Iterable<Fault> {
  if (protocol === undefined || PROTOCOLS.includes(protocol as string)) return;
  const where = { path: `${portPath}.protocol`, value: protocol };
  yield fault(manifest, where, `must be one of ${PROTOCOLS.join(', ')}`, 'leave it out for TCP');
}
