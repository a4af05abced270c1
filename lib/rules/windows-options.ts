import type { Located, Manifest } from '../manifest';
import { DNS_SUBDOMAIN, windowsUserFault } from '../names';
import { child } from './located';
import { type Fault, fault } from './rule';
import { optionalFormatFaults } from './value';

const MAX_CREDENTIAL_SPEC_BYTES = 64 * 1024;

/** What is wrong with the `windowsOptions` of a pod or a container. Mirrors validateWindowsSecurityContextOptions. */
export function* windowsOptionsFaults(manifest: Manifest, options: Located): Iterable<Fault> {
  const specName = child(options, 'gmsaCredentialSpecName');
  yield* optionalFormatFaults(manifest, specName, DNS_SUBDOMAIN, 'write the name of a GMSACredentialSpec');

  const spec = child(options, 'gmsaCredentialSpec');
  if (typeof spec.value === 'string') {
    const bytes = Buffer.byteLength(spec.value);
    if (bytes === 0 || bytes > MAX_CREDENTIAL_SPEC_BYTES) {
      const must = `must have from 1 to ${MAX_CREDENTIAL_SPEC_BYTES} bytes`;
      yield fault(manifest, spec, must, 'leave it out: the admission webhook fills it in');
    }
  }

  const user = child(options, 'runAsUserName');
  const must = typeof user.value === 'string' ? windowsUserFault(user.value) : undefined;
  if (must !== undefined) yield fault(manifest, user, must, "write it as 'DOMAIN\\user' or 'user'");
}
