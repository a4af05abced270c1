import { at, items, itemsAt, type Manifest } from '../manifest';
import { QUALIFIED_NAME } from '../names';
import { isBuiltIn } from './api-version';
import { objectsWith } from './metadata';
import { fault, type Rule } from './rule';

/** The names without a domain that Kubernetes itself gives a meaning to. */
const STANDARD = ['kubernetes', 'orphan', 'foregroundDeletion'];

export const finalizerName: Rule = {
  id: 'finalizer-name',
  severity: 'error',
  summary:
    'A finalizer has the domain of its controller in its name, and only one of the two that Kubernetes knows stands.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/',
  *check(set) {
    for (const manifest of objectsWith(set, 'finalizers')) {
      for (const { path, value } of itemsAt(manifest, 'metadata', 'finalizers')) {
        const name = String(value ?? '');
        const hasDomain = name.includes('/') || STANDARD.includes(name) || !needsDomain(manifest);
        if (QUALIFIED_NAME.matches(name) && hasDomain) continue;
        const must = 'must be a DNS subdomain, a slash and a name';
        yield fault(manifest, { path, value }, must, "write it as its controller has it: 'example.com/name'");
      }
      const list = { path: 'metadata.finalizers', value: at(manifest, 'metadata', 'finalizers') };
      const names = items(list.value);
      if (names.includes('orphan') && names.includes('foregroundDeletion')) {
        yield fault(manifest, list, 'must not hold both orphan and foregroundDeletion', 'keep one of the two');
      }
    }
  },
};

/** Kubernetes' own kinds, without those that are judged as custom resources are. */
function needsDomain({ apiVersion, kind }: Manifest): boolean {
  const isLenient =
    /^(PodDisruptionBudget|APIService|CustomResourceDefinition|\w+WebhookConfiguration|\w+AdmissionPolicy\w*)$/;
  return isBuiltIn(String(apiVersion)) && !isLenient.test(String(kind));
}
