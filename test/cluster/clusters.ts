import { Cluster, type ClusterAddress } from './cluster';

/** The control planes that the set-up of the run has started, for `describe.each`. */
export function clusters(): [string, Cluster][] {
  const addresses: ClusterAddress[] = JSON.parse(process.env.TEST_CLUSTERS ?? '[]');
  return addresses.map((address) => [address.version, new Cluster(address)]);
}
