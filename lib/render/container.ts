import type { Container, EnvVar, Probe as ProbeSpec, ResourceRequirements } from '../../imports/k8s';
import type { ContainerProps, InitContainerProps } from '../props/container';
import { EnvValue } from '../props/env';
import type { Probe } from '../props/probe';
import { seconds } from '../seconds';

export function renderContainer(container: ContainerProps & { readonly name: string }): Container {
  const firstPort = container.ports?.[0]?.containerPort;
  const { env, envFrom, postStart, preStop, securityContext } = container;
  return {
    name: container.name,
    image: container.image,
    imagePullPolicy: container.imagePullPolicy,
    command: container.command,
    args: container.args,
    workingDir: container.workingDir,
    ports: container.ports?.length === 0 ? undefined : container.ports,
    env: env && Object.entries(env).map(([name, value]) => renderVariable(name, value)),
    envFrom: envFrom?.map((source) => source._source),
    resources: renderResources(container),
    volumeMounts: container.volumeMounts,
    readinessProbe: renderProbe(container.readinessProbe, firstPort),
    livenessProbe: renderProbe(container.livenessProbe, firstPort),
    startupProbe: renderProbe(container.startupProbe, firstPort),
    lifecycle: postStart || preStop ? { postStart: postStart?._handler, preStop: preStop?._handler } : undefined,
    terminationMessagePolicy: container.terminationMessagePolicy,
    securityContext,
  };
}

/** Since Kubernetes 1.28; the generated types are of 1.27. */
interface InitContainer extends Container {
  readonly restartPolicy?: string;
}

export function renderInitContainer(container: InitContainerProps): InitContainer {
  return { ...renderContainer(container), restartPolicy: container.sidecar ? 'Always' : undefined };
}

function renderVariable(name: string, value: string | EnvValue): EnvVar {
  return value instanceof EnvValue ? { name, valueFrom: value._source } : { name, value };
}

type Resources = Pick<
  ContainerProps,
  | 'cpuRequest'
  | 'cpuLimit'
  | 'memoryRequest'
  | 'memoryLimit'
  | 'ephemeralStorageRequest'
  | 'ephemeralStorageLimit'
  | 'extendedResources'
>;

export function renderResources(resources: Resources): ResourceRequirements | undefined {
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit, extendedResources = {} } = resources;
  const { ephemeralStorageRequest, ephemeralStorageLimit } = resources;
  const extended = Object.entries(extendedResources).map(([name, count]) => [name, String(count)] as const);
  const requests = quantities([
    ['cpu', cpuRequest],
    ['memory', memoryRequest],
    ['ephemeral-storage', ephemeralStorageRequest],
    ...extended,
  ]);
  const limits = quantities([
    ['cpu', cpuLimit],
    ['memory', memoryLimit],
    ['ephemeral-storage', ephemeralStorageLimit],
    ...extended,
  ]);
  return requests || limits ? { requests, limits } : undefined;
}

function quantities(
  resources: readonly (readonly [name: string, quantity: string | undefined])[],
): Record<string, string> | undefined {
  const said = resources.filter((resource): resource is [string, string] => resource[1] !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
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
