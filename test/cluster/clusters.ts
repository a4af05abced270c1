import { Cluster, type ClusterAddress } from './cluster';

/** How to reach the control planes that the set-up of the run has started. */
export function addresses(): ClusterAddress[] {
  return JSON.parse(process.env.TEST_CLUSTERS ?? '[]');
}

/** The control planes that the set-up of the run has started, for `describe.each`. */
export function clusters(): [string, Cluster][] {
  return addresses().map((address) => [address.version, new Cluster(address)]);
}
