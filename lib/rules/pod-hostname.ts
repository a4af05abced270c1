import { DNS_LABEL, DNS_SUBDOMAIN } from '../names';
import { isSet } from './located';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { optionalFormatFaults, unlessEmpty } from './value';

/** Open since then (HostnameOverride); before, the API server drops the field. */
const OVERRIDE_SINCE = 35;

/** What Linux takes as a hostname. */
const MAX_HOSTNAME_LENGTH = 64;

export const podHostname: Rule = {
  id: 'pod-hostname',
  severity: 'error',
  summary: 'The hostname and the subdomain of a pod are DNS labels, and a hostname that overrides all is a DNS name.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field',
  *check(set) {
    for (const pod of podsWith(set, 'hostname', 'subdomain', 'hostnameOverride')) {
      for (const name of ['hostname', 'subdomain']) {
        const field = unlessEmpty(podField(pod, name));
        yield* optionalFormatFaults(pod.manifest, field, DNS_LABEL, `shorten or rename the ${name}`);
      }
      if (set.settings.kubernetes >= OVERRIDE_SINCE) yield* overrideFaults(pod);
    }
  },
};

/** Mirrors validatePodHostName. */
function* overrideFaults(pod: Pod): Iterable<Fault> {
  const override = podField(pod, 'hostnameOverride');
  if (!isSet(override.value)) return;
  for (const other of ['setHostnameAsFQDN', 'hostNetwork']) {
    if (podField(pod, other).value !== true) continue;
    yield fault(pod.manifest, override, `must not be set, since ${other} is true`, 'leave out one of the two');
  }
  if (String(override.value).length > MAX_HOSTNAME_LENGTH) {
    yield fault(pod.manifest, override, `must have at most ${MAX_HOSTNAME_LENGTH} characters`, 'shorten it');
  }
  yield* optionalFormatFaults(pod.manifest, override, DNS_SUBDOMAIN, "write a name, such as 'model.example.com'");
}
