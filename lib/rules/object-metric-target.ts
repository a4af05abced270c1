import { at, fields, itemsAt } from '../manifest';
import { fault, type Rule } from './rule';

const FIELD_OF_TYPE: Readonly<Record<string, string>> = { Value: 'value', AverageValue: 'averageValue' };

/** Before Kubernetes 1.28, the controller reads the value that is not there. */
const HANDLED_SINCE = 28;
const CRASH = 'the controller manager crashes over it again and again, and with it every controller of the cluster';

export const objectMetricTarget: Rule = {
  id: 'object-metric-target',
  severity: 'error',
  accepted: true,
  summary: 'The target of an Object metric has the value that its type names; the autoscaler looks for no other.',
  source: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podautoscaler/horizontal.go',
  *check(set) {
    const consequence = set.settings.kubernetes < HANDLED_SINCE ? CRASH : 'the metric can never be read';
    for (const manifest of set.ofKind('HorizontalPodAutoscaler')) {
      for (const { path, value } of itemsAt(manifest, 'spec', 'metrics')) {
        const target = fields(at(value, 'object', 'target'));
        const [other] = Object.entries(FIELD_OF_TYPE).filter(([, field]) => target[field] != null);
        if (fields(value).type !== 'Object' || typeof target.type !== 'string' || other === undefined) continue;
        const field = Object.hasOwn(FIELD_OF_TYPE, target.type) ? (FIELD_OF_TYPE[target.type] ?? '') : '';
        if (target[field] != null) continue;
        yield fault(
          manifest,
          { path: `${path}.object.target.type`, value: target.type },
          `must be ${other[0]} where ${other[1]} is set; ${consequence}`,
          `write type: ${other[0]}`,
        );
      }
    }
  },
};
