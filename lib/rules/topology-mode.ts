import { at, fields } from '../manifest';
import { fault, type Rule } from './rule';
import { servicesOf } from './services';

const MODE = 'service.kubernetes.io/topology-mode';
const OLD = 'service.kubernetes.io/topology-aware-hints';

export const topologyMode: Rule = {
  id: 'topology-mode',
  severity: 'error',
  summary: 'The annotation for topology aware routing and its older name say the same, where both are set.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/',
  *check(set) {
    for (const { manifest } of servicesOf(set)) {
      const { [MODE]: mode, [OLD]: old } = fields(at(manifest, 'metadata', 'annotations'));
      if (mode === undefined || old === undefined || (mode ?? '') === (old ?? '')) continue;
      const where = { path: `metadata.annotations[${MODE}]`, value: mode };
      yield fault(manifest, where, `must be what ${OLD} says, ${JSON.stringify(old)}`, `remove ${OLD}`);
    }
  },
};
