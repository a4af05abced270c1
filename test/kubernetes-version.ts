/** The oldest Kubernetes that everything is for, unless it says otherwise. */
export const OLDEST = '1.27';

/** Whether a Kubernetes minor comes after another; patch versions don't count. */
export function isNewer(version: string, than: string): boolean {
  return minorOf(version) > minorOf(than);
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
