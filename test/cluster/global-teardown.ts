/** Stops what the set-up started. */
export default async function stop(): Promise<void> {
  for (const controlPlane of globalThis.controlPlanes ?? []) await controlPlane.stop();
}
