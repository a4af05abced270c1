import { VERSIONS } from './binaries';
import { ControlPlane } from './control-plane';

declare global {
  var controlPlanes: ControlPlane[] | undefined;
}

/** Starts one control plane for each version, once for all test files of a run. */
export default async function start(): Promise<void> {
  // Someone has some running, and wants them used.
  if (process.env.TEST_CLUSTERS !== undefined) return;
  globalThis.controlPlanes = [];
  for (const version of VERSIONS) {
    process.stderr.write(`\nstarting Kubernetes ${version}\n`);
    globalThis.controlPlanes.push(await ControlPlane.start(version));
  }
  process.env.TEST_CLUSTERS = JSON.stringify(globalThis.controlPlanes.map(({ address }) => address));
}
