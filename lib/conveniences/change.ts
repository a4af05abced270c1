import type { Volume, VolumeMount } from '../props/volume';
import type { ResolvedApp, ResolvedContainer, ResolvedPod } from '../resolve';

/** The app with some fields of its pods changed. */
export function changePod(app: ResolvedApp, fields: Partial<ResolvedPod>): ResolvedApp {
  return { ...app, pod: { ...app.pod, ...fields } };
}

/** The app with a volume more, and that mounted in the container that serves. */
export function mountInServing(app: ResolvedApp, volume: Volume, mount: VolumeMount): ResolvedApp {
  const { volumes = [], servingContainer } = app.pod;
  const mounted = changeServing(app, { volumeMounts: [...(servingContainer.volumeMounts ?? []), mount] });
  return changePod(mounted, { volumes: [...volumes, volume] });
}

/** The app with some fields of the container that serves changed. */
export function changeServing(app: ResolvedApp, fields: Partial<ResolvedContainer>): ResolvedApp {
  return changePod(app, { servingContainer: { ...app.pod.servingContainer, ...fields } });
}
