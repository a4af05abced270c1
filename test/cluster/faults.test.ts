import { FAULTS } from '../fixtures/faults';
import { build, unchecked } from '../manifests';
import { clusters } from './clusters';

const NAMESPACE = 'faults';

jest.setTimeout(60_000);

/** The gate is right: the API server refuses what the gate refuses. */
describe.each(clusters())('Kubernetes %s', (_version, cluster) => {
  beforeAll(() => cluster.createNamespace(NAMESPACE));
  afterAll(() => cluster.deleteNamespace(NAMESPACE));

  test('takes the app that the faults are put into', async () => {
    await cluster.apply(unchecked(build()), '-n', NAMESPACE, '--dry-run=server');
  });

  test.each(FAULTS.filter(({ accepted }) => accepted === undefined).map((fault) => [fault.name, fault] as const))(
    'refuses: %s',
    async (_name, fault) => {
      const app = build(fault.props);
      fault.patch?.(app);
      const flags = fault.passesDryRun ? [] : ['--dry-run=server'];

      const { code, stderr } = await cluster.tryApply(unchecked(app), '-n', NAMESPACE, ...flags);

      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(
          /invalid|required|BadRequest|unknown field|may not be empty|no matches for kind/i,
        ),
      });
    },
  );
});
