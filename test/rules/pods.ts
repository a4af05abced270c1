import type { Manifest } from '../../lib/manifest';
import type { Rule } from '../../lib/rules/rule';
import { withContainer } from './containers';
import { told } from './told';

type Fields = Readonly<Record<string, unknown>>;

const POD = 'spec.template.spec.';

/** The fields of a pod, seen from it, that a rule tells. */
export function toldOfPod(rule: Rule, pod: Fields, kubernetes?: number): string[] {
  return told(rule, withContainer({}, pod), kubernetes).map((path) => path.replace(POD, ''));
}

/** The fields of one volume, seen from it, that a rule tells. */
export function toldOfVolume(rule: Rule, volume: Fields, kubernetes?: number): string[] {
  const volumes = [{ name: 'model', ...volume }];
  return toldOfPod(rule, { volumes }, kubernetes).map((path) => path.replace('volumes[0].', ''));
}

/** A Pod of its own, with one container. */
export function lonePod(spec: Fields, metadata: Fields = {}): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'model', ...metadata },
    spec: { containers: [{ name: 'server', image: 'model' }], ...spec },
  };
}
