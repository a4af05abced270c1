import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, fields } from '../../lib/manifest';
import { canonical } from '../../lib/stored/canonical';
import { toYaml } from '../../lib/synth/emit';
import { adopted, textOfCase } from '../fixtures/adopted';
import { runProgram } from '../fixtures/examples';
import { PROPS, type PropCase } from '../fixtures/props';
import { isNewer } from '../kubernetes-version';
import { build, unchecked } from '../manifests';
import type { StoredObject } from './cluster';
import { clusters } from './clusters';

const NAMESPACE = 'adopt';
const BUILD = join(__dirname, '..', '..', 'build');

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

jest.setTimeout(300_000);

/** What adopt wrote, run as it stands, is stored as what it was made of: for each prop. */
describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  // One a version: jest reads a file once.
  const folder = join(BUILD, `adopted-for-${version}`);
  const isTaken = ({ since, takenBefore }: PropCase) =>
    since === undefined || takenBefore !== undefined || !isNewer(since, version);

  beforeAll(async () => {
    await cluster.createNamespace(NAMESPACE);
    mkdirSync(folder, { recursive: true });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await cluster.deleteNamespace(NAMESPACE);
  });

  test('an app is stored as the YAML that it was adopted from', async () => {
    const cases = PROPS.filter(isTaken).map((each, index) => {
      const file = join(folder, `app-${index}.ts`);
      writeFileSync(file, adopted(textOfCase(each)).text);
      const read = unchecked(build(each.props)) as StoredObject[];
      return { prop: each.prop, read: byIdentity(read), made: byIdentity(runProgram(file).objects) };
    });
    const pairs = cases.flatMap(({ prop, read, made }) =>
      [...new Set([...read.keys(), ...made.keys()])].map((key) => ({
        prop,
        key,
        read: read.get(key),
        made: made.get(key),
      })),
    );
    expect(pairs.filter(({ read, made }) => read === undefined || made === undefined)).toEqual([]);
    const asked = pairs.flatMap(({ read, made }) => [placed(read), placed(made)]);
    const stored = (await cluster.dryRun(asked)).map(withoutChance);
    const differences = pairs.flatMap(({ prop, key }, index) => {
      const [was, is] = [stored[2 * index], stored[2 * index + 1]];
      return was === is ? [] : [{ prop, key, was, is }];
    });
    expect(differences.slice(0, 5)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(300);
  });

  test('the steps that adopt prints take replicas away, and no pod', async () => {
    const said = build({ name: 'counted', deployment: { initialReplicas: 2 } }, 'counted');
    const unsaid = build({ name: 'counted' }, 'counted');
    const [before, after] = [said, unsaid].map((app) => (unchecked(app) as StoredObject[]).map(placed));
    await cluster.apply(before ?? []);
    await cluster.kubectl(['scale', 'deployment', 'counted', '-n', NAMESPACE, '--replicas=5']);
    const dist = join(folder, 'dist');
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, 'app.yaml'), toYaml(after ?? []));
    await cluster.kubectl(['apply', 'set-last-applied', '-f', dist, '--create-annotation']);
    await cluster.apply(dist);
    expect((await cluster.get('deployment', 'counted', NAMESPACE)).spec.replicas).toBe(5);
  });
});

function byIdentity(objects: readonly StoredObject[]): Map<string, StoredObject> {
  return new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}

function placed(object: StoredObject | undefined): StoredObject {
  return { ...object, metadata: { ...object?.metadata, namespace: NAMESPACE } };
}

/** What the server gives out is another each time. */
function withoutChance(object: StoredObject): string {
  const { uid: _uid, creationTimestamp: _time, managedFields: _fields, ...rest } = fields(object.metadata);
  // kubectl's own note of what it was given.
  const { [LAST_APPLIED]: _applied, ...annotations } = fields(rest.annotations);
  const metadata = { ...rest, annotations };
  if (object.kind !== 'Service') return canonical({ ...object, metadata });
  const { clusterIP, clusterIPs: _all, healthCheckNodePort: _port, ...spec } = fields(at(object, 'spec'));
  return canonical({ ...object, metadata, spec: { ...spec, isHeadless: clusterIP === 'None' } });
}
