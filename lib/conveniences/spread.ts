import { changePod } from './change';
import type { Convenience } from './convenience';

const TOPOLOGIES = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'];

export const spread: Convenience = (app, { spread }) => {
  if (!spread) return app;
  const { topologySpreadConstraints: own = [] } = app.pod;
  const open = TOPOLOGIES.filter((key) => !own.some(({ topologyKey }) => topologyKey === key));
  const constraints = open.map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: app.selector },
  }));
  return changePod(app, { topologySpreadConstraints: [...own, ...constraints] });
};
