import { readFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';

/**
 * The resource metrics API (`metrics.k8s.io`) of the test clusters, in place of metrics-server: it makes up the usage of
 * the pods, so that a test can play any load.
 */

/** What is asked of the pods of one namespace, in cores. It is shared by the ready ones, each up to its CPU limit. */
type Loads = Map<string, number>;

interface Pod {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels?: Record<string, string> };
  readonly spec: { readonly containers: readonly Container[] };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

interface Container {
  readonly name: string;
  readonly resources?: { readonly limits?: { readonly cpu?: string } };
}

export interface LoadSourceOptions {
  /** The API server, where the pods are looked up. */
  readonly apiServer: string;
  readonly token: string;
  /** A certificate and its key to serve with; whose they are does not matter. */
  readonly certificateFile: string;
  readonly keyFile: string;
}

export class LoadSource {
  private readonly loads: Loads = new Map();
  private readonly server: Server;

  constructor(private readonly options: LoadSourceOptions) {
    const cert = readFileSync(options.certificateFile);
    const key = readFileSync(options.keyFile);
    this.server = createServer({ cert, key }, (incoming, answer) => {
      this.answer(incoming.method ?? 'GET', new URL(incoming.url ?? '/', 'https://localhost')).then(
        (body) => {
          answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        },
        (error) => answer.writeHead(500).end(String(error)),
      );
    });
  }

  /** Starts to listen, on a free port of this machine only. */
  public async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(method: string, url: URL): Promise<unknown> {
    const load = /^\/load\/([^/]+)$/.exec(url.pathname);
    if (method === 'PUT' && load !== null) {
      this.loads.set(String(load[1]), Number(url.searchParams.get('cores')));
      return {};
    }
    const pods = /^\/apis\/metrics\.k8s\.io\/v1beta1\/namespaces\/([^/]+)\/pods$/.exec(url.pathname);
    if (pods !== null) return this.podMetrics(String(pods[1]), url.searchParams.get('labelSelector') ?? '');
    return DISCOVERY;
  }

  private async podMetrics(namespace: string, labelSelector: string): Promise<unknown> {
    const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(labelSelector)}`;
    const { items } = await this.get<{ items: readonly Pod[] }>(path);
    const ready = items.filter(({ status }) => status.conditions?.some(isReady));
    const share = (this.loads.get(namespace) ?? 0) / Math.max(1, ready.length);
    return {
      kind: 'PodMetricsList',
      apiVersion: 'metrics.k8s.io/v1beta1',
      metadata: {},
      items: ready.map((pod) => ({
        metadata: pod.metadata,
        timestamp: new Date().toISOString(),
        // Kubernetes passes over samples of a pod whose window began before the pod was ready.
        window: '1s',
        containers: pod.spec.containers.map((container, index) => ({
          name: container.name,
          usage: {
            cpu: `${Math.round(1000 * (index === 0 ? Math.min(share, limitOf(container)) : 0))}m`,
            memory: '100Mi',
          },
        })),
      })),
    };
  }

  private get<T>(path: string): Promise<T> {
    const { apiServer, token } = this.options;
    const headers = { authorization: `Bearer ${token}` };
    return new Promise((resolve, reject) => {
      const outgoing = request(`${apiServer}${path}`, { headers, rejectUnauthorized: false }, (incoming) => {
        let body = '';
        incoming.setEncoding('utf8').on('data', (chunk) => {
          body += chunk;
        });
        incoming.on('end', () => resolve(JSON.parse(body)));
      });
      outgoing.on('error', reject).end();
    });
  }
}

function isReady({ type, status }: { readonly type: string; readonly status: string }): boolean {
  return type === 'Ready' && status === 'True';
}

function limitOf({ resources }: Container): number {
  const cpu = resources?.limits?.cpu;
  if (cpu === undefined) return Number.POSITIVE_INFINITY;
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) / 1000 : Number(cpu);
}

const DISCOVERY = {
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion: 'metrics.k8s.io/v1beta1',
  resources: [
    { name: 'pods', singularName: '', namespaced: true, kind: 'PodMetrics', verbs: ['get', 'list'] },
    { name: 'nodes', singularName: '', namespaced: false, kind: 'NodeMetrics', verbs: ['get', 'list'] },
  ],
};
