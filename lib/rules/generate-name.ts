import { fields } from '../manifest';
import { objectsWith } from './metadata';
import { fault, type Rule } from './rule';

export const generateName: Rule = {
  id: 'generate-name',
  severity: 'warning',
  summary:
    'An object has a name: `kubectl apply` refuses one that has only generateName, and `kubectl create` makes another each time.',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#generated-values',
  *check(set) {
    for (const manifest of objectsWith(set, 'generateName')) {
      const { name, generateName } = fields(manifest.metadata);
      if (name || !generateName) continue;
      const where = { path: 'metadata.generateName', value: generateName };
      yield fault(manifest, where, 'must be a name', 'write name instead, or use kubectl create');
    }
  },
};
