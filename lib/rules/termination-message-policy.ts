import { child } from './located';
import { oneOfOrEmptyFaults } from './one-of';
import { containersWith } from './pods';
import type { Rule } from './rule';

const POLICIES = ['File', 'FallbackToLogsOnError'];

export const terminationMessagePolicy: Rule = {
  id: 'termination-message-policy',
  severity: 'error',
  summary: 'What a container says at its end is read from a File, or from its logs as well (FallbackToLogsOnError).',
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/',
  *check(set) {
    for (const container of containersWith(set, 'terminationMessagePolicy')) {
      yield* oneOfOrEmptyFaults(container.manifest, child(container, 'terminationMessagePolicy'), POLICIES);
    }
  },
};
