import type { ResolvedApp, ResolvedContainer, ResolvedPod } from '../resolve';

/** The app with some fields of its pods changed. */
export function changePod(app: ResolvedApp, fields: Partial<ResolvedPod>): ResolvedApp {
  return { ...app, pod: { ...app.pod, ...fields } };
}

/** The app with some fields of the container that serves changed. */
export function changeServing(app: ResolvedApp, fields: Partial<ResolvedContainer>): ResolvedApp {
  return changePod(app, { servingContainer: { ...app.pod.servingContainer, ...fields } });
}
