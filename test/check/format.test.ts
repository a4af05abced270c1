import type { Finding } from '../../lib/check/finding';
import { FORMATS } from '../../lib/check/format';
import type { Printable } from '../../lib/check/format/format';

const FINDING: Finding = {
  rule: 'replica-range',
  severity: 'error',
  object: 'HorizontalPodAutoscaler model',
  path: 'spec.maxReplicas',
  message: 'must be at least minReplicas (9), got 5',
  fix: 'raise maxReplicas <or> lower "minReplicas", 100 % sure',
  source: 'https://kubernetes.io/',
  file: 'k8s/a b.yaml',
  line: 7,
  column: 3,
};
const REPORT: Printable = {
  findings: [
    FINDING,
    { ...FINDING, rule: 'probe', severity: 'warning', acknowledged: 'we know\nthat', line: 9 },
    { ...FINDING, rule: 'cluster-scope', severity: 'advice', object: 'Deployment m\u001B[31model' },
  ],
  skipped: [{ file: 'k8s/a b.yaml', line: 20, reason: 'no Kubernetes object' }],
  objects: 3,
  files: 1,
};
const LINES = {
  colour: false,
  lineOf: (_file: string, line: number) => (line === 7 ? '  maxReplicas: 5 # \u0007' : undefined),
};

const print = (name: string, report = REPORT, options = LINES) => FORMATS[name]?.(report, options) ?? '';

test.each(Object.keys(FORMATS))('%s', (name) => {
  expect(print(name)).toMatchSnapshot();
});

test('human: colours only where they are seen', () => {
  expect(print('human')).not.toContain('\u001B');
  expect(print('human', REPORT, { ...LINES, colour: true })).toContain('\u001B[31merror\u001B[0m');
});

test('json is a list of the findings as they are', () => {
  expect(JSON.parse(print('json'))).toEqual(REPORT.findings);
});

test('sarif says each rule once and what was acknowledged', () => {
  const [run] = JSON.parse(print('sarif')).runs;
  expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note']);
  expect(run.results[1].suppressions).toEqual([{ kind: 'inSource', justification: 'we know\nthat' }]);
  expect(run.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'k8s/a%20b.yaml' },
    region: { startLine: 7, startColumn: 3 },
  });
});

test('junit fails for errors and warnings, and not for what is acknowledged or advice', () => {
  expect(print('junit')).toContain('tests="3" failures="1" skipped="2"');
});

test('github: a command a finding, and nothing of the text ends it early', () => {
  const lines = print('github').trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^::error file=k8s\/a b\.yaml,line=7,col=3,title=replica-range::/);
  expect(lines[0]).toContain('100 %25 sure');
});

test.each(Object.keys(FORMATS))('%s of nothing', (name) => {
  expect(print(name, { findings: [], skipped: [], objects: 2, files: 1 })).toMatchSnapshot();
});
