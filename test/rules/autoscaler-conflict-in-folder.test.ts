import { checkFiles } from '../../lib/check/files';
import { NEWEST } from '../../lib/schema/schema';

function autoscaler(name: string): string {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'sentiment' };
  return JSON.stringify({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { minReplicas: 1, maxReplicas: 3, scaleTargetRef },
  });
}

function rulesFor(files: Readonly<Record<string, string>>): string[] {
  const sources = Object.entries(files).map(([name, content]) => ({ name, content }));
  return checkFiles(sources, { kubernetes: NEWEST }).findings.map(({ rule }) => rule);
}

test.each([
  [
    'two files of a folder: a warning',
    { 'k8s/a.yaml': autoscaler('a'), 'k8s/b.yaml': autoscaler('b') },
    ['autoscaler-conflict-in-folder'],
  ],
  ['one file: an error', { 'k8s/all.yaml': `${autoscaler('a')}\n---\n${autoscaler('b')}` }, ['autoscaler-conflict']],
  ['two folders: environments, mostly', { 'dev/a.yaml': autoscaler('a'), 'prod/b.yaml': autoscaler('b') }, []],
])('two autoscalers of one workload in %s', (_what, files, rules) => {
  expect(rulesFor(files)).toEqual(rules);
});
