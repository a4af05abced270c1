import type { Located, Manifest } from '../manifest';
import { DNS_SUBDOMAIN, QUALIFIED_NAME, signerNameFault } from '../names';
import { labelSelectorFaults } from './label-selector';
import { child, childEntries, isSet } from './located';
import { oneOfFaults } from './one-of';
import { type Fault, fault } from './rule';
import { optionalFormatFaults, orEmpty, rangeFaults } from './value';

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const PATHS = ['credentialBundlePath', 'keyPath', 'certificateChainPath'];

const HOUR = 3600;
const DAY = 24 * HOUR;
const MOST_DAYS = 91;

/** What is wrong with a certificate that a projected volume asks for. */
export function* certificateFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const signer = child(source, 'signerName');
  yield* signerFaults(manifest, signer);
  yield* oneOfFaults(manifest, orEmpty(child(source, 'keyType')), KEY_TYPES);
  const [domain = ''] = String(signer.value ?? '').split('/');
  const isKubernetes = /(^|\.)kubernetes\.io$/.test(domain);
  const longest = isKubernetes ? DAY : MOST_DAYS * DAY;
  const lifetime = child(source, 'maxExpirationSeconds');
  yield* rangeFaults(manifest, lifetime, [HOUR, longest], 'write seconds, or leave it out');
  for (const { path, key } of childEntries(source, 'userAnnotations')) {
    if (key.includes('/') && QUALIFIED_NAME.matches(key.toLowerCase())) continue;
    const must = `must be a DNS subdomain, '/' and ${QUALIFIED_NAME.description}`;
    yield fault(manifest, { path, value: key }, must, "write it as 'example.com/key'");
  }
  if (PATHS.every((name) => !child(source, name).value)) {
    const fix = 'write credentialBundlePath: a file with the key and the chain';
    yield fault(manifest, source, `must have one of ${PATHS.join(', ')}`, fix);
  }
}

/** What is wrong with the trust anchors that a projected volume shows. */
export function* trustBundleFaults(manifest: Manifest, source: Located): Iterable<Fault> {
  const name = child(source, 'name');
  const signer = child(source, 'signerName');
  const selector = child(source, 'labelSelector');
  if (isSet(name.value) === isSet(signer.value)) {
    yield fault(manifest, source, 'must have either name or signerName', 'write one of the two');
  }
  if (isSet(name.value)) {
    // Before the last ':' stands a signer, with ':' for its '/'.
    const own = { path: name.path, value: String(name.value).replace(/^[^/]+:/, '') };
    yield* optionalFormatFaults(manifest, own, DNS_SUBDOMAIN, 'write the name of a ClusterTrustBundle');
    if (isSet(selector.value)) yield fault(manifest, selector, 'must not be set beside name', 'leave it out');
  }
  if (isSet(signer.value)) {
    yield* signerFaults(manifest, signer);
    yield* labelSelectorFaults(manifest, selector);
  }
}

function* signerFaults(manifest: Manifest, signer: Located): Iterable<Fault> {
  const must = signerNameFault(String(signer.value ?? ''));
  if (must !== undefined) yield fault(manifest, signer, must, "write it as 'example.com/signer'");
}
