import { fields } from '../manifest';
import { ingressesOf, ingressPathsOf } from './ingresses';
import { oneOfOrEmptyFaults } from './one-of';
import { fault, type Rule } from './rule';
import { requiredFaults } from './value';

const TYPES = ['Exact', 'Prefix', 'ImplementationSpecific'];

const AMBIGUOUS = ['//', '/./', '/../', '%2f', '%2F'];
const AMBIGUOUS_ENDS = ['/..', '/.'];

export const ingressPath: Rule = {
  id: 'ingress-path',
  severity: 'error',
  summary: 'A path of an Ingress starts with a slash, says how it is matched, and can be read in one way alone.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
  *check(set) {
    for (const ingress of ingressesOf(set)) {
      for (const { path: place, value } of ingressPathsOf(ingress)) {
        const { path, pathType } = fields(value);
        const type = { path: `${place}.pathType`, value: pathType };
        yield* requiredFaults(ingress, type, 'write Prefix');
        yield* oneOfOrEmptyFaults(ingress, type, TYPES);
        if (!TYPES.includes(pathType as string)) continue;
        const must = pathFault(String(path ?? ''), pathType === 'ImplementationSpecific');
        if (must === undefined) continue;
        const where = { path: `${place}.path`, value: path };
        yield fault(ingress, where, must, "write the path as clients ask for it, such as '/v1'");
      }
    }
  },
};

function pathFault(path: string, isFree: boolean): string | undefined {
  if (path === '' && isFree) return undefined;
  if (!path.startsWith('/')) return "must start with '/'";
  if (isFree) return undefined;
  const part = AMBIGUOUS.find((each) => path.includes(each));
  if (part !== undefined) return `must not contain '${part}'`;
  const end = AMBIGUOUS_ENDS.find((each) => path.endsWith(each));
  return end === undefined ? undefined : `must not end with '${end}'`;
}
