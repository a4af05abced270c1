import { nearest } from './nearest';
import { isContainerResource, isPodResource, resourcesIn } from './resources';
import { fault, type Rule } from './rule';

const USUAL = ['cpu', 'memory', 'ephemeral-storage'];

export const resourceName: Rule = {
  id: 'resource-name',
  severity: 'error',
  summary: 'A resource is one that Kubernetes knows, or one of devices with the domain of its maker: nvidia.com/gpu.',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-types',
  *check(set) {
    for (const { manifest, isPod, requests, limits } of resourcesIn(set)) {
      for (const { path, resource } of [...requests, ...limits]) {
        if (isPod ? isPodResource(resource) : isContainerResource(resource)) continue;
        const where = { path, value: resource };
        const must = isPod
          ? 'must be cpu, memory or hugepages-SIZE for a pod as a whole'
          : 'must be cpu, memory, ephemeral-storage, hugepages-SIZE, or DOMAIN/NAME for a device';
        yield fault(manifest, where, must, wayOut(resource));
      }
    }
  },
};

function wayOut(resource: string): string {
  if (/gpu/i.test(resource)) return "write it as the node offers it: 'nvidia.com/gpu'";
  return `write ${nearest(resource, USUAL) ?? "it as the node offers it, with its domain: 'nvidia.com/gpu'"}`;
}
