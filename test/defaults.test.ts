import { Duration } from 'cdk8s';
import {
  type AutoscaledMlAppOptions,
  EnvValue,
  KedaTrigger,
  LifecycleHook,
  ModelSource,
  Probe,
  ScalingMetric,
} from '../lib';
import { withDefaults } from '../lib/defaults';
import { render } from './manifests';

const TEAM: AutoscaledMlAppOptions = {
  labels: { team: 'ml', tier: 'gold' },
  pod: { tolerations: [{ key: 'team', operator: 'Exists' }], terminationGracePeriod: Duration.minutes(1) },
  env: { REGION: 'eu', LOG: 'info' },
  maxReplicas: 10,
};
const PRODUCTION: AutoscaledMlAppOptions = { labels: { tier: 'platinum' }, env: { LOG: 'warn' }, maxReplicas: 50 };

test('a later layer goes over an earlier one, and the app over all, key by key', () => {
  expect(withDefaults({ image: 'a:1', defaults: [TEAM, PRODUCTION], env: { LOG: 'debug' }, minReplicas: 2 })).toEqual({
    image: 'a:1',
    labels: { team: 'ml', tier: 'platinum' },
    pod: TEAM.pod,
    env: { REGION: 'eu', LOG: 'debug' },
    maxReplicas: 50,
    minReplicas: 2,
  });
});

test('lists and choices are replaced as a whole, never mixed', () => {
  const probe = Probe.httpGet('/own');
  const merged = withDefaults({
    image: 'a:1',
    defaults: [{ readinessProbe: Probe.exec(['team']), command: ['team', 'run'], env: { A: EnvValue.field('x') } }],
    readinessProbe: probe,
    command: ['own'],
    env: { A: EnvValue.field('y') },
  });
  expect(merged.readinessProbe).toBe(probe);
  expect(merged.command).toEqual(['own']);
  expect(merged.env?.A).toEqual(EnvValue.field('y'));
});

test('what says nothing changes nothing', () => {
  expect(withDefaults({ image: 'a:1', defaults: [TEAM], maxReplicas: undefined }).maxReplicas).toBe(10);
});

test('a layer is left as it was', () => {
  const before = structuredClone(PRODUCTION);
  withDefaults({ image: 'a:1', defaults: [PRODUCTION], env: { LOG: 'debug' }, labels: { own: 'yes' } });
  expect(PRODUCTION).toEqual(before);
});

test('the app is rendered as if it had said it all itself', () => {
  const model = ModelSource.cache('1Gi');
  const metrics = [ScalingMetric.cpuUtilization(60)];
  expect(render({ defaults: [{ model, metrics, drain: Duration.seconds(5) }], maxReplicas: 9 })).toEqual(
    render({ model, metrics, drain: Duration.seconds(5), maxReplicas: 9 }),
  );
});

describe('of two props that exclude each other the later counts', () => {
  const metrics = [ScalingMetric.cpuUtilization(60)];
  const keda = { triggers: [KedaTrigger.cpuUtilization(60)] };
  const preStop = LifecycleHook.exec(['stop']);

  test.each([
    [{ metrics }, { keda }],
    [{ keda }, { metrics }],
    [{ drain: Duration.seconds(5) }, { preStop }],
    [{ preStop }, { drain: Duration.seconds(5) }],
    [{ ingress: { host: 'a.example.com' } }, { createService: false }],
    [{ createService: false }, { httpRoute: { parentRefs: [{ name: 'public' }] } }],
  ])('%#', (team, own) => {
    expect(withDefaults({ image: 'a:1', defaults: [team], ...own })).toEqual({ image: 'a:1', ...own });
    // Within one layer nothing is put out: that is for the author to decide.
    expect(withDefaults({ image: 'a:1', defaults: [{ ...team, ...own }] })).toEqual({ image: 'a:1', ...team, ...own });
  });
});

test('createService: true puts nothing out', () => {
  const team = { ingress: { host: 'a.example.com' } };
  expect(withDefaults({ image: 'a:1', defaults: [team], createService: true })).toMatchObject(team);
});

test('variables that an app says stand after those of its team: they may refer to them', () => {
  const { env } = withDefaults({
    image: 'a:1',
    defaults: [{ env: { URL: 'x', HOST: 'team' } }],
    env: { PORT: '80', URL: 'http://$(HOST):$(PORT)' },
  });
  expect(Object.keys(env ?? {})).toEqual(['HOST', 'PORT', 'URL']);
});

test('a seccomp profile is one choice', () => {
  const team = { securityContext: { runAsUser: 5, seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' } } };
  const { securityContext } = withDefaults({
    image: 'a:1',
    defaults: [team],
    securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(securityContext).toEqual({ runAsUser: 5, seccompProfile: { type: 'RuntimeDefault' } });
});

test('keys of any name are keys', () => {
  const layer = JSON.parse('{"env": {"__proto__": "a"}, "__proto__": {"maxReplicas": 99}}');
  const merged = withDefaults({ image: 'a:1', defaults: [layer], env: { B: 'b' } });
  expect(Object.entries(merged.env ?? {})).toEqual([
    ['__proto__', 'a'],
    ['B', 'b'],
  ]);
  expect(merged.maxReplicas).toBeUndefined();
});
