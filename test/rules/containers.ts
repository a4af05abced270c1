import type { Manifest } from '../../lib/manifest';
import type { Rule } from '../../lib/rules/rule';
import { told } from './told';

type Fields = Readonly<Record<string, unknown>>;

const POD = 'spec.template.spec';
export const CONTAINER = `${POD}.containers[0]`;
export const INIT = `${POD}.initContainers[0]`;

/** A Deployment with one container, of which some fields are said, and some of its pod. */
export function withContainer(container: Fields, pod: Fields = {}): Manifest {
  const labels = { app: 'model' };
  const spec = { containers: [{ name: 'server', image: 'model', ...container }], ...pod };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'model' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  };
}

/** The fields of a container, seen from it, that a rule tells. */
export function toldOf(rule: Rule, container: Fields, pod: Fields = {}, kubernetes?: number): string[] {
  return told(rule, withContainer(container, pod), kubernetes).map((path) => path.replace(`${CONTAINER}.`, ''));
}

/** The fields of an init container, seen from it, that a rule tells. */
export function toldOfInit(rule: Rule, container: Fields, kubernetes?: number): string[] {
  const initContainers = [{ name: 'first', image: 'first', ...container }];
  return told(rule, withContainer({}, { initContainers }), kubernetes).map((path) => path.replace(`${INIT}.`, ''));
}
