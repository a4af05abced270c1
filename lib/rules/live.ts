import { fields, type Manifest } from '../manifest';

/** Whether an object is as `kubectl get -o yaml` shows it: nobody applies that, and its number of pods may be an autoscaler's. */
export function isLive({ metadata }: Manifest): boolean {
  const { uid, resourceVersion } = fields(metadata);
  return uid !== undefined && resourceVersion !== undefined;
}
