import { runningContainers } from '../autoscaling/amounts';
import { at, fields, isKind, type Manifest } from '../manifest';
import { DNS_LABEL } from '../names';
import { nearest } from './nearest';
import { fault, objectOf, type Rule } from './rule';
import { scaledIn } from './scaled';

export const metricContainer: Rule = {
  id: 'metric-container',
  severity: 'error',
  accepted: true,
  summary: 'A metric of one container names a container that runs in the pods; otherwise it can never be read.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics',
  *check(set) {
    for (const { autoscaler, target, pod, metrics } of scaledIn(set)) {
      for (const { container, path } of metrics) {
        if (container === undefined || !DNS_LABEL.matches(container)) continue;
        const names = runningContainers(pod, set.settings.kubernetes).map(({ name }) => String(name));
        if (names.includes(container)) continue;
        if (mayBeInjected(container, target)) continue;
        const meant = nearest(container, names);
        yield fault(
          autoscaler,
          { path: containerPath(autoscaler, path), value: container },
          `must be a container that runs in the pods of ${objectOf(target)} (${names.join(', ')}); the metric can never be read`,
          meant === undefined ? 'write the name of one of its containers' : `write container: ${meant}`,
        );
      }
    }
  },
};

/** Service meshes and their like put containers into pods, by a label or annotation that speaks of it, or by themselves. */
const INJECTED =
  /^(istio-proxy|linkerd-proxy|envoy|envoy-sidecar|consul-dataplane|kuma-sidecar|daprd|vault-agent|queue-proxy|otc-container|datadog-.*|cloud-sql-proxy|gke-gcsfuse-sidecar)$/;

function mayBeInjected(container: string, target: Manifest): boolean {
  const { labels, annotations } = fields(at(target, 'spec', 'template', 'metadata'));
  const keys = [labels, annotations].flatMap((each) => Object.keys(fields(each)));
  return INJECTED.test(container) || keys.some((key) => /inject|sidecar/.test(key));
}

function containerPath(autoscaler: Manifest, targetPath: string): string {
  return isKind(autoscaler, 'ScaledObject')
    ? targetPath.replace(/value$/, 'containerName')
    : targetPath.replace(/target.*$/, 'container');
}
