import { Volume } from '../props/volume';
import { changePod, changeServing } from './change';
import type { Convenience } from './convenience';

const NAME = 'shared-memory';

export const sharedMemory: Convenience = (app, { sharedMemory: sizeLimit }) => {
  if (sizeLimit === undefined) return app;
  const { pod } = app;
  const mount = { name: NAME, mountPath: '/dev/shm' };
  const mounted = changeServing(app, { volumeMounts: [...(pod.servingContainer.volumeMounts ?? []), mount] });
  return changePod(mounted, {
    volumes: [...(pod.volumes ?? []), Volume.emptyDir(NAME, { inMemory: true, sizeLimit })],
  });
};
