import { at, type Manifest } from '../manifest';
import { DNS_LABEL, DNS_LABEL_1035, DNS_SUBDOMAIN, type NameFormat } from '../names';
import { fault, type Rule } from './rule';

const FORMATS: Readonly<Record<string, NameFormat>> = {
  Deployment: DNS_SUBDOMAIN,
  HorizontalPodAutoscaler: DNS_SUBDOMAIN,
  HTTPRoute: DNS_SUBDOMAIN,
  Ingress: DNS_SUBDOMAIN,
  NetworkPolicy: DNS_SUBDOMAIN,
  PodDisruptionBudget: DNS_SUBDOMAIN,
  PodMonitor: DNS_SUBDOMAIN,
  ScaledObject: DNS_SUBDOMAIN,
  Service: DNS_LABEL_1035,
};

export const objectName: Rule = {
  id: 'object-name',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  *check(manifests) {
    for (const manifest of manifests) {
      const format = formatOf(manifest);
      const name = at(manifest, 'metadata', 'name');
      if (format !== undefined && !(typeof name === 'string' && format.matches(name))) {
        yield fault(
          manifest,
          { path: 'metadata.name', value: name },
          `must be ${format.description}`,
          'set the name prop, or give the construct an id of that form',
        );
      }
      const namespace = at(manifest, 'metadata', 'namespace');
      if (namespace !== undefined && !(typeof namespace === 'string' && DNS_LABEL.matches(namespace))) {
        yield fault(
          manifest,
          { path: 'metadata.namespace', value: namespace },
          `must be ${DNS_LABEL.description}`,
          'write the name of an existing namespace, or leave it out',
        );
      }
    }
  },
};

function formatOf(manifest: Manifest): NameFormat | undefined {
  const { kind } = manifest;
  return typeof kind === 'string' && Object.hasOwn(FORMATS, kind) ? FORMATS[kind] : undefined;
}
