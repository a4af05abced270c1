import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { applyConveniences } from './conveniences';
import type { AutoscaledMlAppProps } from './props/app';
import { renderAutoscaler } from './render/autoscaler';
import { renderDeployment } from './render/deployment';
import { renderService } from './render/service';
import { resolve } from './resolve';
import { gate } from './synth/gate';

/**
 * A machine-learning service behind a HorizontalPodAutoscaler: the Deployment, the Service and the autoscaler, which
 * agree with each other.
 *
 * What Kubernetes would refuse is told at synth, all faults at once, and then nothing is written.
 */
export class AutoscaledMlApp extends Construct {
  /** The Deployment. What the props can't say, `addJsonPatch` can. */
  public readonly deployment: ApiObject;

  /** The Service. What the props can't say, `addJsonPatch` can. */
  public readonly service: ApiObject;

  /** The HorizontalPodAutoscaler. What the props can't say, `addJsonPatch` can. */
  public readonly autoscaler: ApiObject;

  constructor(scope: Construct, id: string, props: AutoscaledMlAppProps) {
    super(scope, id);
    const app = applyConveniences(resolve(id, props), props);

    // These ids are public: names and references of other constructs hang on them.
    this.deployment = new ApiObject(this, 'Deployment', renderDeployment(app));
    this.service = new ApiObject(this, 'Service', renderService(app));
    this.autoscaler = new ApiObject(this, 'Autoscaler', renderAutoscaler(app));
    gate(this, [this.deployment, this.service, this.autoscaler]);
  }
}
