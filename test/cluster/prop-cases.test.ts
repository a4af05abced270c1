import { byKey, fieldByField, valueAt } from '../difference';
import { PROPS, type PropCase } from '../fixtures/props';
import { isNewer } from '../kubernetes-version';
import { build, unchecked } from '../manifests';
import type { StoredObject } from './cluster';
import { clusters } from './clusters';

const NAMESPACE = 'prop-cases';
/** The namespace that a case asks for. */
const OWN_NAMESPACE = 'ml';

jest.setTimeout(120_000);

/** The objects of a case, in a namespace that is there. */
function objectsOf({ props }: PropCase): StoredObject[] {
  return unchecked(build(props)).map((object) => ({
    ...object,
    metadata: { namespace: NAMESPACE, ...object.metadata },
  }));
}

/** What lib/props offers does on real API servers what its case says. */
describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  const isTaken = ({ since, takenBefore }: PropCase) =>
    since === undefined || takenBefore !== undefined || !isNewer(since, version);
  const taken = PROPS.filter(isTaken);
  const answers = new Map<string, StoredObject>();

  beforeAll(async () => {
    await cluster.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']);
    for (const name of [NAMESPACE, OWN_NAMESPACE]) await cluster.createNamespace(name);
    // All at once, and what several cases share once: kubectl takes its time for every object.
    const asked = [...new Set(taken.flatMap(objectsOf).map((object) => JSON.stringify(object)))];
    const answered = await cluster.dryRun(asked.map((object) => JSON.parse(object)));
    for (const [index, object] of asked.entries()) answers.set(object, answered[index]);
  });
  afterAll(async () => {
    for (const name of [NAMESPACE, OWN_NAMESPACE]) await cluster.deleteNamespace(name);
  });

  test.each(taken.map((each) => [each.prop, each] as const))('stores %s as it was asked', (_prop, each) => {
    const objects = objectsOf(each);
    const stored = objects.map((object) => answers.get(JSON.stringify(object)));
    expect(stored.map(identityOf)).toEqual(objects.map(identityOf));
    for (const [path, value] of Object.entries(each.renders)) {
      const answer = valueAt(stored, path);
      // What is not asked for is not there, or has nothing in it.
      if (value === null) expect({ [path]: answer ?? {} }).toEqual({ [path]: {} });
      else expect({ [path]: answer }).toMatchObject({ [path]: value });
    }
  });

  for (const each of PROPS.filter((one) => !isTaken(one))) {
    test(`refuses ${each.prop}, which came with Kubernetes ${each.since}`, async () => {
      for (const [key, paths] of pathsByKey(each)) {
        const { code, stderr } = await cluster.tryApply([byKey(objectsOf(each))[key]], '--dry-run=server');
        const unknown = Array.from(stderr.matchAll(/unknown field "(.+?)"/g), ([, field = '']) => field);
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(/strict decoding error: unknown field/),
        });
        expect(unknown.filter((field) => !paths.some((path) => path.startsWith(field)))).toEqual([]);
      }
    });
  }
});

/** The fields that a case renders, by the object that has them. */
function pathsByKey({ renders }: PropCase): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const place of Object.keys(fieldByField(renders))) {
    const [key = '', path = ''] = place.split(' ');
    paths.set(key, [...(paths.get(key) ?? []), path]);
  }
  return paths;
}

function identityOf({ apiVersion, kind, metadata }: StoredObject) {
  return { apiVersion, kind, name: metadata.name, namespace: metadata.namespace };
}
