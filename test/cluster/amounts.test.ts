import { AMOUNTS, type AmountsCase } from '../fixtures/amounts';
import type { Cluster } from './cluster';
import { clusters } from './clusters';

/** What the pod of each case uses, in thousandths of a core. */
const USAGE = 100n;

jest.setTimeout(120_000);

/** What counts as a request is what the real autoscaler counts: it tells the share of it that a known usage is. */
describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  const minor = Number(version.split('.')[1]);
  const cases = AMOUNTS.filter(({ kubernetes, until = minor }) => kubernetes <= minor && minor <= until);

  test.concurrent.each(cases.map((each, index) => [each.name, each, index] as const))(
    '%s',
    async (_name, each, index) => {
      const namespace = `amounts-${index}-${Date.now().toString(36)}`;
      await cluster.createNamespace(namespace);
      try {
        await cluster.setLoad(namespace, Number(USAGE) / 1000);
        await cluster.apply(objectsOf(each), '-n', namespace);
        await cluster.waitFor(`a status of the autoscaler (${each.name})`, async () => hasStatus(cluster, namespace));

        const { status } = await cluster.get('horizontalpodautoscaler', 'server', namespace);
        expect(status.currentMetrics?.[0]?.resource?.current.averageUtilization).toBe(utilizationOf(each));
      } finally {
        await cluster.kubectl(['delete', 'namespace', namespace, '--wait=false']);
      }
    },
  );
});

/** Nothing where the autoscaler can't add up, or has nothing to divide by. */
function utilizationOf({ request, without = [] }: AmountsCase): number | undefined {
  return without.length > 0 || !request ? undefined : Number((USAGE * 100n) / request);
}

/** It has read the metric, or says that it can't, for a reason that is not the first moment. */
async function hasStatus(cluster: Cluster, namespace: string): Promise<boolean> {
  const { status } = await cluster.get('horizontalpodautoscaler', 'server', namespace);
  const active = status.conditions?.find(({ type }: { type: string }) => type === 'ScalingActive');
  if (active?.status === 'True') return status.currentMetrics?.[0]?.resource?.current.averageUtilization !== undefined;
  return /missing request for cpu|no metrics returned matched known pods/.test(active?.message ?? '');
}

function objectsOf({ pod }: AmountsCase): object[] {
  const labels = { app: 'server' };
  const metadata = { name: 'server' };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: {
        maxReplicas: 1,
        scaleTargetRef: { apiVersion: 'apps/v1', ...metadata, kind: 'Deployment' },
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
        ],
      },
    },
  ];
}
