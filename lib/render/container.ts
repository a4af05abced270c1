import type { Container, Probe as ProbeSpec, ResourceRequirements } from '../../imports/k8s';
import type { Probe } from '../props/probe';
import type { ResolvedContainer } from '../resolve';
import { seconds } from './seconds';

export function renderContainer(container: ResolvedContainer): Container {
  const firstPort = container.ports[0]?.containerPort;
  return {
    name: container.name,
    image: container.image,
    imagePullPolicy: container.imagePullPolicy,
    ports: container.ports,
    env: container.env && Object.entries(container.env).map(([name, value]) => ({ name, value })),
    resources: renderResources(container),
    readinessProbe: renderProbe(container.readinessProbe, firstPort),
    livenessProbe: renderProbe(container.livenessProbe, firstPort),
    startupProbe: renderProbe(container.startupProbe, firstPort),
  };
}

function renderResources(container: ResolvedContainer): ResourceRequirements {
  return {
    requests: quantities(container.cpuRequest, container.memoryRequest),
    limits: quantities(container.cpuLimit, container.memoryLimit),
  };
}

function quantities(cpu: string | undefined, memory: string | undefined): Record<string, string> | undefined {
  if (cpu === undefined && memory === undefined) return undefined;
  return { ...(cpu !== undefined && { cpu }), ...(memory !== undefined && { memory }) };
}

function renderProbe(probe: Probe | undefined, firstPort: number | undefined): ProbeSpec | undefined {
  if (probe === undefined) return undefined;
  const { httpGet, tcpSocket, grpc, exec } = probe._handler;
  const { initialDelay, period, timeout, successThreshold, failureThreshold, terminationGracePeriod } = probe._options;
  const withPort = <Handler extends { readonly port?: unknown }>(handler: Handler | undefined) =>
    handler && { ...handler, port: handler.port ?? firstPort };
  return {
    // A container without ports leaves the port open; the gate says so.
    ...({ httpGet: withPort(httpGet), tcpSocket: withPort(tcpSocket), grpc: withPort(grpc), exec } as ProbeSpec),
    initialDelaySeconds: seconds(initialDelay),
    periodSeconds: seconds(period),
    timeoutSeconds: seconds(timeout),
    successThreshold,
    failureThreshold,
    terminationGracePeriodSeconds: seconds(terminationGracePeriod),
  };
}
