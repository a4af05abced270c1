import { canonical } from '../../lib/stored/canonical';
import { storedForm } from '../../lib/stored/stored-form';
import { PROPS, type PropCase } from '../fixtures/props';
import { isNewer } from '../kubernetes-version';
import { build, unchecked } from '../manifests';
import type { StoredObject } from './cluster';
import { clusters } from './clusters';

const NAMESPACE = 'stored-form';

jest.setTimeout(120_000);

/** What we take for the stored form of an object is what the real API server makes of it, whatever is said. */
describe.each(clusters())('Kubernetes %s', (version, cluster) => {
  const isTaken = ({ since, takenBefore }: PropCase) =>
    since === undefined || takenBefore !== undefined || !isNewer(since, version);

  beforeAll(() => cluster.createNamespace(NAMESPACE));
  afterAll(() => cluster.deleteNamespace(NAMESPACE));

  test('an object and what is stored of it have the same form', async () => {
    const objects = PROPS.filter(isTaken).flatMap(({ props }) => unchecked(build(props)) as StoredObject[]);
    const own = objects
      .map((object) => ({ ...object, metadata: { ...object.metadata, namespace: NAMESPACE } }))
      .map((object) => JSON.stringify(object));
    const asked = [...new Set(own)].map((object) => JSON.parse(object));
    const answered = await cluster.dryRun(asked);
    const differences = asked.flatMap((object, index) => {
      const [ours, theirs] = [object, answered[index]].map((each) => canonical(storedForm(each)));
      return ours === theirs ? [] : [{ kind: object.kind, ours, theirs }];
    });
    expect(differences.slice(0, 8)).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });
});
