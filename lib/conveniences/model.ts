import { changePod, changeServing } from './change';
import type { Convenience } from './convenience';

const DEFAULT_PATH = '/models';

export const model: Convenience = (app, { model, modelPath = DEFAULT_PATH }) => {
  const { volume, readOnly, fetch } = model?._parts ?? {};
  if (volume === undefined) return app;
  const { pod } = app;
  const name = volume._spec.name;
  const mount = { name, mountPath: modelPath };
  const withMount = changeServing(app, {
    volumeMounts: [...(pod.servingContainer.volumeMounts ?? []), readOnly ? { ...mount, readOnly } : mount],
  });
  const withVolume = changePod(withMount, { volumes: [...(pod.volumes ?? []), volume] });
  if (fetch === undefined) return withVolume;
  const { image, command, env, envFrom } = fetch;
  const fetcher = { name: 'fetch-model', image, command, env, envFrom, volumeMounts: [mount] };
  return changePod(withVolume, { initContainers: [...(pod.initContainers ?? []), fetcher] });
};
