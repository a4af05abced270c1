import type { Located, Manifest } from '../manifest';
import { child, isSet } from './located';
import { oneOfFaults } from './one-of';
import { descendingPathFaults } from './path';
import { type Fault, fault } from './rule';
import { orEmpty } from './value';

/** Which profile of the kernel's guards (seccomp, AppArmor) a pod or a container runs under. */
const TYPES = ['RuntimeDefault', 'Localhost', 'Unconfined'];

/** The longest path that Linux takes. */
const MAX_PATH_BYTES = 4095;

/** What is wrong with a `seccompProfile`, if it is set. Mirrors validateSeccompProfileField. */
export function* seccompFaults(manifest: Manifest, profile: Located): Iterable<Fault> {
  yield* typeFaults(manifest, profile);
  yield* descendingPathFaults(manifest, child(profile, 'localhostProfile'));
}

/** What is wrong with an `appArmorProfile`, if it is set. Mirrors ValidateAppArmorProfileField. */
export function* appArmorFaults(manifest: Manifest, profile: Located): Iterable<Fault> {
  yield* typeFaults(manifest, profile);
  const name = child(profile, 'localhostProfile');
  if (typeof name.value !== 'string' || child(profile, 'type').value !== 'Localhost') return;
  if (name.value.trim() !== name.value || name.value === '') {
    yield fault(manifest, name, 'must be a name without blanks around it', 'write the name of a profile on the node');
  }
  if (Buffer.byteLength(name.value) > MAX_PATH_BYTES) {
    yield fault(manifest, name, `must have at most ${MAX_PATH_BYTES} bytes`, 'shorten it');
  }
}

function* typeFaults(manifest: Manifest, profile: Located): Iterable<Fault> {
  if (!isSet(profile.value)) return;
  const type = orEmpty(child(profile, 'type'));
  yield* oneOfFaults(manifest, type, TYPES);
  const local = child(profile, 'localhostProfile');
  if (type.value === 'Localhost' && !isSet(local.value)) {
    yield fault(manifest, local, 'must be set, since the type is Localhost', 'write the profile of the node to load');
  }
  if (type.value !== 'Localhost' && isSet(local.value)) {
    yield fault(manifest, local, 'must not be set, unless the type is Localhost', 'leave it out, or write Localhost');
  }
}
