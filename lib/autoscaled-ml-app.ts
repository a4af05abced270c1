import { ApiObject, type ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import { conflictsIn } from './conflicts';
import { applyConveniences } from './conveniences';
import { withDefaults } from './defaults';
import type { AutoscaledMlAppProps } from './props/app';
import { renderAutoscaler } from './render/autoscaler';
import { renderDeployment } from './render/deployment';
import { renderDisruptionBudget } from './render/disruption-budget';
import { renderHttpRoute } from './render/http-route';
import { renderIngress } from './render/ingress';
import { renderModelClaim } from './render/model-claim';
import { renderNetworkPolicy } from './render/network-policy';
import { renderPodMonitor } from './render/pod-monitor';
import { renderScaledObject } from './render/scaled-object';
import { renderService } from './render/service';
import { renderServiceMonitor } from './render/service-monitor';
import { resolve } from './resolve';
import { gate } from './synth/gate';

/**
 * A machine-learning service behind a HorizontalPodAutoscaler: the Deployment, the Service and the autoscaler, which
 * agree with each other.
 *
 * What the rules find that Kubernetes would refuse is told at synth, all faults at once, and then nothing is written.
 */
export class AutoscaledMlApp extends Construct {
  /** The Deployment. What the props can't say, `addJsonPatch` can. */
  public readonly deployment: ApiObject;

  /** The Service, unless the app was told to have none. What the props can't say, `addJsonPatch` can. */
  public readonly service?: ApiObject;

  /** The HorizontalPodAutoscaler, or the ScaledObject of KEDA. What the props can't say, `addJsonPatch` can. */
  public readonly autoscaler: ApiObject;

  /** The Services beside the first, in the order of the props. */
  public readonly additionalServices: ApiObject[];

  /** The Ingress, where one was asked for. */
  public readonly ingress?: ApiObject;

  /** The HTTPRoute, where one was asked for. */
  public readonly httpRoute?: ApiObject;

  /** The PodMonitor, where one was asked for. */
  public readonly podMonitor?: ApiObject;

  /** The ServiceMonitor, where one was asked for. */
  public readonly serviceMonitor?: ApiObject;

  /** The PersistentVolumeClaim of the model, where a new one was asked for. */
  public readonly modelClaim?: ApiObject;

  /** The NetworkPolicy, where one was asked for. */
  public readonly networkPolicy?: ApiObject;

  /** The PodDisruptionBudget, where one was asked for. */
  public readonly disruptionBudget?: ApiObject;

  constructor(scope: Construct, id: string, props: AutoscaledMlAppProps) {
    super(scope, id);
    const said = withDefaults(props);
    const app = applyConveniences(resolve(id, said), said);

    // These ids are public: names and references of other constructs hang on them.
    this.deployment = new ApiObject(this, 'Deployment', renderDeployment(app));
    this.service = this.optional('Service', app.service && renderService(app.service, app.selector));
    this.autoscaler = new ApiObject(this, 'Autoscaler', renderScaledObject(app) ?? renderAutoscaler(app));
    this.additionalServices = app.additionalServices.map(
      (service) => new ApiObject(this, `Service-${service.metadata.name}`, renderService(service, app.selector)),
    );
    this.ingress = this.optional('Ingress', renderIngress(app));
    this.httpRoute = this.optional('HttpRoute', renderHttpRoute(app));
    this.podMonitor = this.optional('PodMonitor', renderPodMonitor(app));
    this.serviceMonitor = this.optional('ServiceMonitor', renderServiceMonitor(app));
    this.modelClaim = this.optional('ModelClaim', renderModelClaim(app));
    this.networkPolicy = this.optional('NetworkPolicy', renderNetworkPolicy(app));
    this.disruptionBudget = this.optional('DisruptionBudget', renderDisruptionBudget(app));
    this.node.addValidation({ validate: () => conflictsIn(said) });
    gate(
      this,
      this.node.children.filter((child) => ApiObject.isApiObject(child)),
    );
  }

  private optional(id: string, props: ApiObjectProps | undefined): ApiObject | undefined {
    return props && new ApiObject(this, id, props);
  }
}
