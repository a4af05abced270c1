import { DNS_SUBDOMAIN } from '../names';
import { podField } from './pod-field';
import { type Pod, podsWith } from './pods';
import type { Rule } from './rule';
import { optionalFormatFaults, unlessEmpty } from './value';

const FIXES: Readonly<Record<string, string>> = {
  serviceAccountName: 'write the name of a ServiceAccount',
  serviceAccount: 'write serviceAccountName, the name of a ServiceAccount',
  nodeName: 'leave it out: the scheduler finds a node',
  priorityClassName: 'write the name of a PriorityClass',
  runtimeClassName: 'write the name of a RuntimeClass, or leave it out',
};

/** The one reference for which empty text is not as good as nothing. */
const NEVER_EMPTY = 'runtimeClassName';

export const referencedName: Rule = {
  id: 'referenced-name',
  severity: 'error',
  summary: 'What a pod refers to by name (its service account, node, priority or runtime class) can have that name.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names',
  *check(set) {
    for (const pod of podsWith(set, ...Object.keys(FIXES))) {
      for (const [name, fix] of Object.entries(FIXES)) {
        if (name === 'serviceAccount' && hasAccount(pod)) continue;
        const field = podField(pod, name);
        const reference = name === NEVER_EMPTY ? field : unlessEmpty(field);
        yield* optionalFormatFaults(pod.manifest, reference, DNS_SUBDOMAIN, fix);
      }
    }
  },
};

/** `serviceAccount` is the old name of the field, and counts only without the new one. */
function hasAccount({ spec }: Pod): boolean {
  return typeof spec.serviceAccountName === 'string' && spec.serviceAccountName !== '';
}
