import { ACKNOWLEDGE } from './acknowledge';
import type { AutoscaledMlAppProps } from './props/app';
import type { ContainerPort, ContainerProps } from './props/container';
import type { DeploymentProps } from './props/deployment';
import type { DisruptionBudget } from './props/disruption-budget';
import type { HttpRouteProps } from './props/http-route';
import type { IngressProps } from './props/ingress';
import type { KedaProps } from './props/keda';
import type { ObjectMetadata } from './props/metadata';
import { ClaimAccessMode, type NewClaimProps } from './props/model-source';
import type { NetworkPolicyProps } from './props/network-policy';
import type { PodProps } from './props/pod';
import type { PodMonitorProps } from './props/pod-monitor';
import type { ScalingBehavior } from './props/scaling-behavior';
import { ScalingMetric } from './props/scaling-metric';
import type { ServicePort, ServiceProps } from './props/service';
import type { ServiceMonitorProps } from './props/service-monitor';

/** The sizing of the reference app: what an app gets that says nothing. */
export const REFERENCE = {
  cpuRequest: '5',
  cpuLimit: '8',
  memoryRequest: '5Gi',
  memoryLimit: '8Gi',
  minReplicas: 1,
  maxReplicas: 5,
  cpuUtilization: 40,
  containerPort: 5000,
  servicePort: 6000,
} as const;

/** The label by which a ServiceMonitor finds the Service. */
export const MONITORED = 'ml-app.monitored';

/** The metadata of one object, complete. */
export interface ResolvedMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

type WithMetadata<Props> = Props & { readonly metadata: ResolvedMetadata };

export interface ResolvedContainer extends ContainerProps {
  readonly name: string;
  readonly ports: ContainerPort[];
}

export interface ResolvedPod extends PodProps {
  /** The container that serves; `containers` stand behind it. */
  readonly servingContainer: ResolvedContainer;
}

/** An app with every default filled in, once; the renderers decide nothing. */
export interface ResolvedApp {
  readonly selector: Record<string, string>;
  readonly deployment: Omit<DeploymentProps, keyof ObjectMetadata> & { readonly metadata: ResolvedMetadata };
  readonly pod: ResolvedPod;
  readonly autoscaler: {
    readonly metadata: ResolvedMetadata;
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly metrics: readonly ScalingMetric[];
    readonly behavior?: ScalingBehavior;
  };
  /** None where the app wants none. */
  readonly service?: ResolvedService;
  readonly additionalServices: readonly ResolvedService[];
  readonly ingress?: WithMetadata<IngressProps> & { readonly path: string };
  readonly keda?: KedaProps & { readonly fallbackFailureThreshold: number };
  readonly httpRoute?: WithMetadata<HttpRouteProps> & { readonly path: string };
  readonly podMonitor?: WithMetadata<PodMonitorProps>;
  readonly serviceMonitor?: WithMetadata<ServiceMonitorProps> & { readonly serviceLabels: Record<string, string> };
  readonly modelClaim?: WithMetadata<NewClaimProps> & { readonly accessMode: ClaimAccessMode };
  readonly networkPolicy?: WithMetadata<NetworkPolicyProps>;
  readonly disruptionBudget?: { readonly metadata: ResolvedMetadata; readonly budget: DisruptionBudget };
}

export interface ResolvedService extends ServiceProps {
  readonly metadata: ResolvedMetadata;
  readonly ports: ServicePort[];
}

/** Fills in every default. */
export function resolve(id: string, props: AutoscaledMlAppProps): ResolvedApp {
  const name = props.name ?? id;
  const selector = props.selector ?? { app: name };
  const container = resolveContainer(name, props);
  const metadata = (own: ObjectMetadata = {}): ResolvedMetadata => ({
    name: own.name ?? name,
    namespace: props.namespace,
    labels: merge(props.labels, own.labels),
    annotations: merge(props.annotations, own.annotations),
  });

  const withMetadata = <Props extends ObjectMetadata>(own: Props) => ({ ...own, metadata: metadata(own) });
  const service = (own: ServiceProps = {}): ResolvedService => ({
    ...withMetadata(own),
    ports: resolveServicePorts(own.ports ?? [{ port: REFERENCE.servicePort }], container.ports),
  });

  const { createService = true, serviceMonitor, model } = props;
  // A ServiceMonitor finds the Service by a label that no other Service has.
  const monitored = { [MONITORED]: name };
  const serviceLabels = serviceMonitor ? { ...props.service?.labels, ...monitored } : props.service?.labels;
  const claim = model?._parts.newClaim;

  return {
    selector,
    deployment: { ...props.deployment, metadata: metadata(withAcknowledgements(props)) },
    pod: {
      ...props.pod,
      labels: merge(props.labels, selector, props.pod?.labels),
      servingContainer: container,
    },
    autoscaler: {
      metadata: metadata(props.autoscaler),
      minReplicas: props.minReplicas ?? REFERENCE.minReplicas,
      maxReplicas: props.maxReplicas ?? REFERENCE.maxReplicas,
      metrics: props.metrics ?? [ScalingMetric.cpuUtilization(REFERENCE.cpuUtilization)],
      behavior: props.behavior,
    },
    service: createService ? service({ ...props.service, labels: serviceLabels }) : undefined,
    additionalServices: (props.additionalServices ?? []).map(service),
    ingress: props.ingress && { ...withMetadata(props.ingress), path: props.ingress.path ?? '/' },
    keda: props.keda && { ...props.keda, fallbackFailureThreshold: props.keda.fallbackFailureThreshold ?? 3 },
    httpRoute: props.httpRoute && { ...withMetadata(props.httpRoute), path: props.httpRoute.path ?? '/' },
    podMonitor: props.podMonitor && withMetadata(props.podMonitor),
    serviceMonitor: serviceMonitor && { ...withMetadata(serviceMonitor), serviceLabels: monitored },
    modelClaim: claim && {
      ...withMetadata({ ...claim, name: claim.name ?? `${name}-model` }),
      accessMode: claim.accessMode ?? ClaimAccessMode.READ_WRITE_MANY,
    },
    networkPolicy: props.networkPolicy && withMetadata(props.networkPolicy),
    disruptionBudget: props.disruptionBudget && { metadata: metadata(), budget: props.disruptionBudget },
  };
}

/** A check reads acknowledgements in the annotations of the Deployment. */
function withAcknowledgements({ deployment, acknowledge = {} }: AutoscaledMlAppProps): DeploymentProps {
  const reasons = Object.entries(acknowledge).map(([rule, reason]) => [`${ACKNOWLEDGE}${rule}`, reason] as const);
  return { ...deployment, annotations: { ...deployment?.annotations, ...Object.fromEntries(reasons) } };
}

function resolveContainer(appName: string, props: AutoscaledMlAppProps): ResolvedContainer {
  return {
    ...props,
    name: props.containerName ?? appName,
    ...resolveResource('cpu', props),
    ...resolveResource('memory', props),
    ports: props.ports ?? (props.createService === false ? [] : [{ containerPort: REFERENCE.containerPort }]),
  };
}

/** A Service port that does not say where it leads leads to the container port that is meant. */
function resolveServicePorts(ports: readonly ServicePort[], containerPorts: readonly ContainerPort[]): ServicePort[] {
  const onlyOne = ports.length === 1;
  return ports.map((port) => {
    if (port.targetPort !== undefined) return port;
    const same = containerPorts.find(
      ({ containerPort, name }) => containerPort === port.port || (name !== undefined && name === port.name),
    );
    const meant = same ?? (onlyOne ? containerPorts[0] : undefined);
    return { ...port, targetPort: meant?.containerPort, protocol: port.protocol ?? meant?.protocol };
  });
}

/** A resource of which nothing is said, of the pod neither, gets the reference sizing; one half said is all that is meant. */
function resolveResource(resource: 'cpu' | 'memory', props: AutoscaledMlAppProps): Partial<ContainerProps> {
  const request = `${resource}Request` as const;
  const limit = `${resource}Limit` as const;
  const { defaultResources = true, pod = {} } = props;
  const isSaid = [props, pod].some((each) => each[request] !== undefined || each[limit] !== undefined);
  const sizing = isSaid || !defaultResources ? props : REFERENCE;
  return { [request]: sizing[request], [limit]: sizing[limit] };
}

function merge(...layers: readonly (Record<string, string> | undefined)[]): Record<string, string> | undefined {
  const merged = Object.assign({}, ...layers);
  return Object.keys(merged).length === 0 ? undefined : merged;
}
