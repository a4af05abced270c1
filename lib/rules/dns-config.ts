import { items, type Located, type Manifest } from '../manifest';
import { DNS_SUBDOMAIN, DNS_SUBDOMAIN_WITH_UNDERSCORE } from '../names';
import { ipAddressFault } from './ip-address';
import { child, childItems } from './located';
import { oneOfOrEmptyFaults } from './one-of';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import { type Fault, fault, type Rule } from './rule';
import { optionalFormatFaults, requiredFaults } from './value';

const POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];

/** What the resolver of Linux takes. */
const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_CHARACTERS = 2048;

/** Since then, a search domain may be '.' and may have underscores (RelaxedDNSSearchValidation). */
const RELAXED_SEARCHES_SINCE = 33;

export const dnsConfig: Rule = {
  id: 'dns-config',
  severity: 'error',
  summary: 'A pod has a DNS policy that exists, and its nameservers and search domains are ones that a resolver takes.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config',
  *check(set) {
    const { kubernetes } = set.settings;
    for (const pod of podsWith(set, 'dnsPolicy', 'dnsConfig')) {
      const { manifest } = pod;
      yield* oneOfOrEmptyFaults(manifest, podField(pod, 'dnsPolicy'), POLICIES);
      yield* nameserverFaults(pod, kubernetes);
      yield* searchFaults(pod, kubernetes);
      for (const option of childItems(podField(pod, 'dnsConfig'), 'options')) {
        yield* requiredFaults(manifest, child(option, 'name'), "name the option, such as 'ndots'");
      }
    }
  },
};

function* nameserverFaults(pod: Pod, minor: number): Iterable<Fault> {
  const config = podField(pod, 'dnsConfig');
  const list = child(config, 'nameservers');
  if (podField(pod, 'dnsPolicy').value === 'None' && items(list.value).length === 0) {
    const fix = 'name a nameserver, or leave dnsPolicy out';
    yield fault(pod.manifest, list, 'must hold a nameserver, since dnsPolicy is None', fix);
  }
  yield* lengthFaults(pod.manifest, list, MAX_NAMESERVERS);
  for (const item of childItems(config, 'nameservers')) {
    const must = ipAddressFault(String(item.value ?? ''), minor);
    if (must !== undefined) yield fault(pod.manifest, item, must, "write an address, such as '10.0.0.10'");
  }
}

function* searchFaults(pod: Pod, minor: number): Iterable<Fault> {
  const config = podField(pod, 'dnsConfig');
  const list = child(config, 'searches');
  yield* lengthFaults(pod.manifest, list, MAX_SEARCHES);
  if (items(list.value).join(' ').length > MAX_SEARCH_CHARACTERS) {
    const must = `must have at most ${MAX_SEARCH_CHARACTERS} characters together`;
    yield fault(pod.manifest, list, must, 'leave out what the pod does not need');
  }
  const isRelaxed = minor >= RELAXED_SEARCHES_SINCE;
  const format = isRelaxed ? DNS_SUBDOMAIN_WITH_UNDERSCORE : DNS_SUBDOMAIN;
  for (const { path, value } of childItems(config, 'searches')) {
    const text = String(value ?? '');
    if (isRelaxed && text === '.') continue;
    const domain = { path, value: text.replace(/\.$/, '') };
    yield* optionalFormatFaults(pod.manifest, domain, format, "write a domain, such as 'ml.example.com'");
  }
}

function* lengthFaults(manifest: Manifest, list: Located, most: number): Iterable<Fault> {
  if (items(list.value).length <= most) return;
  yield fault(manifest, list, `must hold at most ${most}`, 'leave out what the pod does not need');
}
