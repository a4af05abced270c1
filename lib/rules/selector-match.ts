import { at, fields, isKind } from '../manifest';
import { fault, type Rule } from './rule';

export const selectorMatch: Rule = {
  id: 'selector-match',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *check(manifests) {
    for (const manifest of manifests.filter((each) => isKind(each, 'Deployment'))) {
      const selector = fields(at(manifest, 'spec', 'selector'));
      const matchLabels = fields(selector.matchLabels);
      if (Object.keys(matchLabels).length === 0 && selector.matchExpressions === undefined) {
        yield fault(
          manifest,
          { path: 'spec.selector', value: at(manifest, 'spec', 'selector') },
          'must select the pods by at least one label',
          "leave the selector out for { app: NAME }, or name one label, such as { app: 'my-model' }",
        );
      }
      const labels = fields(at(manifest, 'spec', 'template', 'metadata', 'labels'));
      for (const [key, value] of Object.entries(matchLabels)) {
        if (labels[key] === value) continue;
        yield fault(
          manifest,
          { path: `spec.template.metadata.labels[${key}]`, value: labels[key] },
          `must be what the selector asks for ('${value}')`,
          'give the pods the labels of the selector',
        );
      }
    }
  },
};
