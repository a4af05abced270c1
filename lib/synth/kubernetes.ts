import type { Construct } from 'constructs';
import { NEWEST } from '../schema/schema';

/** Under this key the tree says the minor version of Kubernetes that it is checked for. */
export const KUBERNETES = 'cdk8s-autoscaled-ml-app:kubernetes';

/** The minor version that a construct is checked for: the newest known, unless the app says another. */
export function kubernetesOf(construct: Construct): number {
  return construct.node.tryGetContext(KUBERNETES) ?? NEWEST;
}
