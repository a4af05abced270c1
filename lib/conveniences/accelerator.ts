import { changePod, changeServing } from './change';
import type { Convenience } from './convenience';

export const accelerator: Convenience = (app, { accelerator }) => {
  if (accelerator === undefined) return app;
  const { _resourceName: name, _count: count, _nodeSelector: nodeSelector } = accelerator;
  const tolerations = [name, ...accelerator._otherTaints].map((key) => ({
    key,
    operator: 'Exists',
    effect: 'NoSchedule',
  }));
  const { pod } = app;
  const withResource = changeServing(app, {
    extendedResources: { ...pod.servingContainer.extendedResources, [name]: count },
  });
  return changePod(withResource, {
    nodeSelector: nodeSelector ? { ...pod.nodeSelector, ...nodeSelector } : pod.nodeSelector,
    tolerations: [...(pod.tolerations ?? []), ...tolerations],
  });
};
