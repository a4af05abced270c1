import { Volume } from '../props/volume';
import { mountInServing } from './change';
import type { Convenience } from './convenience';

const NAME = 'shared-memory';

export const sharedMemory: Convenience = (app, { sharedMemory: sizeLimit }) => {
  if (sizeLimit === undefined) return app;
  const volume = Volume.emptyDir(NAME, { inMemory: true, sizeLimit });
  return mountInServing(app, volume, { name: NAME, mountPath: '/dev/shm' });
};
