import { at, fields, items, type Manifest, namespaceOf } from '../manifest';
import { type ManifestSet, targetReference } from './manifest-set';

/** VerticalPodAutoscalers: they set the requests of running pods. */

/** Those of a set that do more than recommend, by what they scale. */
export function verticalAutoscalersByTarget(set: ManifestSet): ReadonlyMap<string, Manifest> {
  const acting = set
    .ofKind('VerticalPodAutoscaler')
    .filter((each) => modeOf(each) !== 'Off')
    .map((each) => [targetKey(each, at(each, 'spec', 'targetRef')), each] as const);
  return new Map(acting);
}

/** What an autoscaler scales, in the words of `verticalAutoscalersByTarget`. */
export function targetKeyOf(autoscaler: Manifest): string {
  return targetKey(autoscaler, targetReference(autoscaler));
}

function targetKey(beside: Manifest, reference: unknown): string {
  const { kind, name } = fields(reference);
  return `${namespaceOf(beside) ?? ''} ${kind}/${name}`;
}

export function modeOf(verticalAutoscaler: Manifest): string {
  return String(at(verticalAutoscaler, 'spec', 'updatePolicy', 'updateMode') ?? 'Auto');
}

/** Whether it sets the request of a resource, in any container. */
export function controls(verticalAutoscaler: Manifest, resource: string): boolean {
  const policies = items(at(verticalAutoscaler, 'spec', 'resourcePolicy', 'containerPolicies')).map(fields);
  return (
    policies.length === 0 ||
    policies.some(
      ({ mode, controlledResources }) =>
        mode !== 'Off' && (controlledResources == null || items(controlledResources).includes(resource)),
    )
  );
}
