import { replicaRangeOf } from '../autoscaling/autoscaler';
import { fault, type Rule } from './rule';

export const scaledObjectRange: Rule = {
  id: 'scaled-object-range',
  severity: 'error',
  summary: 'A ScaledObject allows at least as many pods as it keeps.',
  source: 'https://keda.sh/docs/latest/reference/scaledobject-spec/#maxreplicacount',
  *check(set) {
    for (const scaledObject of set.ofKind('ScaledObject')) {
      const { min, max } = replicaRangeOf(scaledObject);
      if (min.value === undefined || max.value === undefined || min.value <= max.value) continue;
      yield fault(
        scaledObject,
        { path: max.path, value: max.value },
        `must be at least minReplicaCount (${min.value})`,
        'raise maxReplicaCount (100 where nothing is said) or lower minReplicaCount',
      );
    }
  },
};
