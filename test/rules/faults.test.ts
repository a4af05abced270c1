import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { check } from '../../lib/check/check';
import { allRules } from '../../lib/rules';
import { FAULTS } from '../fixtures/faults';
import { build, emptyChart, setOf, unchecked } from '../manifests';

/** What the app itself is told, before a fault is put into it: that it has no readiness probe. */
const BEFORE = check(setOf(unchecked(build()))).map(({ rule }) => rule.id);

/** And what many faults bring along: a port that is changed on one side alone leads nowhere. */
const ALONG = ['target-port-number'];

test.each(FAULTS.map((fault) => [fault.rule, fault.name, fault] as const))('%s: %s', (_rule, _name, fault) => {
  const app = build(fault.props);
  fault.patch?.(app);

  const found = check(setOf(unchecked(app)))
    .map(({ finding }) => finding)
    .filter(({ rule, severity }) => severity !== 'advice' && ![...BEFORE, ...ALONG].includes(rule));

  expect(found.map(({ rule, path }) => `${rule} ${path}`)).toContain(`${fault.rule} ${fault.path}`);
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set([fault.rule]));
  for (const { message, fix } of found) {
    expect(message).toMatch(/^must .*, got /s);
    expect(fix).not.toBe('');
  }
  expect(() => Testing.synth(Chart.of(app))).toThrow(`(${fault.rule})`);
});

test('two objects of one name are one fault, told with both ways to make a name', () => {
  const chart = emptyChart();
  const meta = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'same' } };
  for (const id of ['a', 'b']) new ApiObject(chart, id, meta);
  const rule = allRules().find(({ id }) => id === 'duplicate-object');
  const [fault, ...others] = rule?.check(setOf(unchecked(chart))) ?? [];
  expect(fault).toMatchObject({ path: 'metadata.name', message: expect.stringMatching(/only ConfigMap of this name/) });
  expect(others).toEqual([]);
});

test('the id of a rule is the name of its file', () => {
  const folder = join(__dirname, '..', '..', 'lib', 'rules');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /: Rule = /.test(readFileSync(join(folder, file), 'utf8')));
  expect(
    allRules()
      .map(({ id }) => `${id}.ts`)
      .sort(),
  ).toEqual(files.sort());
});

/** Patches and other people's YAML hold anything; a rule must look at it and live. */
const ODD_VALUES = [null, 0, -1, 1.5, '', 'text', true, [], [null], [[]], {}, { a: null }];

test('no rule fails over odd shapes', () => {
  for (const path of everyPath(unchecked(build()))) {
    for (const odd of ODD_VALUES) {
      const manifests = structuredClone(unchecked(build()));
      replace(manifests, path, odd);
      for (const rule of allRules()) Array.from(rule.check(setOf(manifests)));
    }
  }
});

function everyPath(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => everyPath(inner, [...path, key]))].filter(
    (each) => each.length > 1,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a walk over objects of any shape
function replace(target: any, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[key] = value;
  else replace(target[key], rest, value);
}
