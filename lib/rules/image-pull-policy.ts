import { child } from './located';
import { oneOfOrEmptyFaults } from './one-of';
import { containersWith } from './pods';
import type { Rule } from './rule';

const POLICIES = ['Always', 'IfNotPresent', 'Never'];

export const imagePullPolicy: Rule = {
  id: 'image-pull-policy',
  severity: 'error',
  summary: 'An image is pulled Always, IfNotPresent or Never.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  *check(set) {
    for (const container of containersWith(set, 'imagePullPolicy')) {
      yield* oneOfOrEmptyFaults(container.manifest, child(container, 'imagePullPolicy'), POLICIES);
    }
  },
};
