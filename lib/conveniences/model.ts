import { MODEL_VOLUME } from '../props/model-volume';
import { Volume } from '../props/volume';
import { changePod, mountInServing } from './change';
import type { Convenience } from './convenience';

const DEFAULT_PATH = '/models';

export const model: Convenience = (app, { model, modelPath = DEFAULT_PATH }) => {
  const { readOnly, fetch } = model?._parts ?? {};
  const volume = app.modelClaim
    ? Volume.persistentVolumeClaim(MODEL_VOLUME, app.modelClaim.metadata.name)
    : model?._parts.volume;
  if (volume === undefined) return app;
  const mount = { name: volume._spec.name, mountPath: modelPath };
  const mounted = mountInServing(app, volume, readOnly ? { ...mount, readOnly } : mount);
  if (fetch === undefined) return mounted;
  const { sizeLimit: _ofTheVolume, volumeMounts = [], ...container } = fetch;
  const fetcher = { ...container, name: 'fetch-model', volumeMounts: [mount, ...volumeMounts] };
  return changePod(mounted, { initContainers: [...(mounted.pod.initContainers ?? []), fetcher] });
};
