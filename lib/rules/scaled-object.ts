import { replicaRangeOf } from '../autoscaling/autoscaler';
import { at, fields, itemsAt, type Manifest } from '../manifest';
import { type Fault, fault, type Rule } from './rule';

/** The API server takes these; the webhook of KEDA refuses them, or its operator marks them as not ready. */
export const scaledObject: Rule = {
  id: 'scaled-object',
  severity: 'error',
  accepted: true,
  summary: 'A ScaledObject asks of its triggers only what they can do; KEDA refuses or ignores it otherwise.',
  source: 'https://github.com/kedacore/keda/blob/main/apis/keda/v1alpha1/scaledobject_webhook.go',
  *check(set) {
    for (const manifest of set.ofKind('ScaledObject')) {
      yield* idleFaults(manifest);
      const triggers = itemsAt(manifest, 'spec', 'triggers').map(({ value }) => fields(value).type);
      if (triggers.length > 0 && triggers.every((type) => type === 'cpu' || type === 'memory')) {
        yield* resourceTriggerFaults(manifest);
      }
    }
  },
};

function* idleFaults(manifest: Manifest): Iterable<Fault> {
  const idle = at(manifest, 'spec', 'idleReplicaCount');
  const fewest = replicaRangeOf(manifest).min.value;
  if (typeof idle !== 'number' || fewest === undefined || idle < fewest) return;
  yield fault(
    manifest,
    { path: 'spec.idleReplicaCount', value: idle },
    `must be less than minReplicaCount (${fewest}), or KEDA refuses it`,
    'leave it out, or write idleReplicaCount: 0 and a minReplicaCount of at least 1',
  );
}

/** KEDA reads CPU and memory not itself: the HorizontalPodAutoscaler does, which knows neither 0 pods nor a fallback. */
function* resourceTriggerFaults(manifest: Manifest): Iterable<Fault> {
  const { min } = replicaRangeOf(manifest);
  if (min.value === 0) {
    yield fault(
      manifest,
      { path: min.path, value: at(manifest, 'spec', 'minReplicaCount') },
      'must be at least 1 where all triggers are cpu or memory: without pods there is neither, and KEDA refuses it',
      'write minReplicaCount: 1, or add a trigger that works without pods (prometheus, a queue)',
    );
  }
  const fallback = at(manifest, 'spec', 'fallback');
  if (fallback == null || at(manifest, 'spec', 'advanced', 'scalingModifiers') != null) return;
  yield fault(
    manifest,
    { path: 'spec.fallback', value: fallback },
    'must be left out where all triggers are cpu or memory: it works for other triggers alone, and KEDA refuses it',
    'leave fallback out, or add a trigger that KEDA reads itself (prometheus, a queue)',
  );
}
