import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { controlPlaneBinaries, kwokBinaries } from './binaries';
import { Cluster, type ClusterAddress } from './cluster';
import { GuardedProcess } from './guarded-process';
import { LoadSource } from './load-source';

export interface ControlPlaneOptions {
  /** Flags of kube-controller-manager. Short times, so that a test of the autoscaler takes seconds. */
  readonly controllerManagerFlags?: readonly string[];
}

const FAST_AUTOSCALER = [
  '--horizontal-pod-autoscaler-sync-period=1s',
  '--horizontal-pod-autoscaler-downscale-stabilization=10s',
];

/** The fake node: the pods of the reference app ask for 5 CPUs each. */
const NODE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node-1', labels: { 'kubernetes.io/hostname': 'node-1', 'kubernetes.io/os': 'linux' } },
  status: {
    allocatable: { cpu: '256', memory: '1Ti', pods: '1000', 'nvidia.com/gpu': '100' },
    capacity: { cpu: '256', memory: '1Ti', pods: '1000', 'nvidia.com/gpu': '100' },
  },
};

/** A running control plane: everything on 127.0.0.1, on free ports, in a folder of its own that goes with it. */
export class ControlPlane {
  /** Builds what is not built yet, and starts etcd, the API server, the controllers, the scheduler and kwok. */
  public static async start(version: string, options: ControlPlaneOptions = {}): Promise<ControlPlane> {
    const binaries = await controlPlaneBinaries(version);
    const kwok = await kwokBinaries();
    const controlPlane = new ControlPlane(mkdtempSync(join(tmpdir(), `ml-app-cluster-${version}-`)));
    try {
      await controlPlane.bringUp(version, binaries, kwok, options.controllerManagerFlags ?? FAST_AUTOSCALER);
      return controlPlane;
    } catch (error) {
      await controlPlane.stop();
      throw error;
    }
  }

  private readonly processes: GuardedProcess[] = [];
  private loadSource?: LoadSource;
  private reachedAt?: ClusterAddress;

  private constructor(private readonly folder: string) {}

  /** How a test reaches it, from any process. */
  public get address(): ClusterAddress {
    if (this.reachedAt === undefined) throw new Error('the control plane does not run');
    return this.reachedAt;
  }

  /** Stops everything that was started, the last first, and removes the folder. */
  public async stop(): Promise<void> {
    for (const process of this.processes.splice(0).reverse()) await process.stop();
    await this.loadSource?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async bringUp(version: string, binaries: string, kwok: string, controllerFlags: readonly string[]) {
    const [etcdPort, etcdPeerPort, apiPort] = await freePorts(3);
    const etcd = `http://127.0.0.1:${etcdPort}`;
    const etcdPeer = `http://127.0.0.1:${etcdPeerPort}`;
    const apiServer = `https://127.0.0.1:${apiPort}`;
    const token = randomUUID();
    const accountKey = this.file('service-account.key', privateKey());
    const certificates = join(this.folder, 'certificates');
    const kubeconfig = this.file('kubeconfig', kubeconfigText(apiServer, join(certificates, 'apiserver.crt'), token));

    this.run('etcd', join(binaries, 'etcd'), [
      `--data-dir=${join(this.folder, 'etcd')}`,
      `--listen-client-urls=${etcd}`,
      `--advertise-client-urls=${etcd}`,
      `--listen-peer-urls=${etcdPeer}`,
      `--initial-advertise-peer-urls=${etcdPeer}`,
      `--initial-cluster=default=${etcdPeer}`,
      '--unsafe-no-fsync',
    ]);
    this.run('kube-apiserver', join(binaries, 'kube-apiserver'), [
      `--etcd-servers=${etcd}`,
      `--secure-port=${apiPort}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--cert-dir=${certificates}`,
      `--token-auth-file=${this.file('tokens.csv', `${token},admin,admin,system:masters\n`)}`,
      '--authorization-mode=Node,RBAC',
      `--service-account-key-file=${accountKey}`,
      `--service-account-signing-key-file=${accountKey}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      '--service-cluster-ip-range=10.0.0.0/16',
      '--endpoint-reconciler-type=none',
      // As in every cluster that kubeadm makes; without it, no container is privileged.
      '--allow-privileged=true',
    ]);
    this.reachedAt = { version, kubectl: join(binaries, 'kubectl'), kubeconfig, loadSource: '' };
    const cluster = new Cluster(this.reachedAt);
    await this.until('the API server is ready', () => cluster.kubectl(['get', '--raw', '/readyz']));

    this.loadSource = new LoadSource({
      apiServer,
      token,
      certificateFile: join(certificates, 'apiserver.crt'),
      keyFile: join(certificates, 'apiserver.key'),
    });
    const loadPort = await this.loadSource.listen();
    this.reachedAt = { ...this.reachedAt, loadSource: `https://127.0.0.1:${loadPort}` };

    const asAdmin = [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--secure-port=0'];
    this.run('kube-controller-manager', join(binaries, 'kube-controller-manager'), [
      ...asAdmin,
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${accountKey}`,
      ...controllerFlags,
    ]);
    this.run('kube-scheduler', join(binaries, 'kube-scheduler'), asAdmin);
    const stages = readdirSync(kwok).filter((name) => name.endsWith('.yaml'));
    this.run('kwok', join(kwok, 'kwok'), [
      `--kubeconfig=${kubeconfig}`,
      '--manage-all-nodes=true',
      // Without heartbeats the node counts as lost after 40 s, and the autoscaler ignores its pods.
      '--node-lease-duration-seconds=40',
      ...stages.map((stage) => `--config=${join(kwok, stage)}`),
    ]);

    await cluster.apply([NODE, ...metricsApi(loadPort)]);
    // Server-side: the CRD of the HTTPRoute is larger than what kubectl keeps in an annotation.
    await cluster.kubectl(['apply', '--server-side', '-f', join(__dirname, 'crds')]);
    await this.until('the default service account exists', () => cluster.get('serviceaccount', 'default', 'default'));
    await this.until('the metrics API answers', () =>
      cluster.kubectl(['get', '--raw', '/apis/metrics.k8s.io/v1beta1']),
    );
  }

  private run(name: string, command: string, args: readonly string[]): void {
    this.processes.push(new GuardedProcess(name, join(this.folder, `${name}.log`), command, args));
  }

  private file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** Tries until it works, and gives up where a process has ended or a minute has passed. */
  private async until(what: string, attempt: () => Promise<unknown>): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      for (const process of this.processes) process.assertRunning();
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > deadline) throw new Error(`waited a minute until ${what}`, { cause: error });
        await sleep(200);
      }
    }
  }
}

/** Registers the load source as the resource metrics API. */
function metricsApi(port: number): object[] {
  const service = { name: 'load-source', namespace: 'kube-system' };
  return [
    { apiVersion: 'v1', kind: 'Service', metadata: service, spec: { type: 'ExternalName', externalName: 'localhost' } },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        service: { ...service, port },
        groupPriorityMinimum: 100,
        versionPriority: 100,
        insecureSkipTLSVerify: true,
      },
    },
  ];
}

function kubeconfigText(server: string, certificate: string, token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority': certificate } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  });
}

function privateKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
