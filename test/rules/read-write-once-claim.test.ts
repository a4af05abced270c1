import { type AutoscaledMlAppProps, ClaimAccessMode, KedaTrigger, ModelSource } from '../../lib';
import { readWriteOnceClaim } from '../../lib/rules/read-write-once-claim';
import { build, setOf, unchecked } from '../manifests';

function findings(accessMode: ClaimAccessMode | undefined, props: Partial<AutoscaledMlAppProps> = {}) {
  const model = ModelSource.newPersistentVolumeClaim({ size: '10Gi', accessMode });
  return Array.from(readWriteOnceClaim.check(setOf(unchecked(build({ model, ...props })))));
}

test.each([ClaimAccessMode.READ_WRITE_ONCE, ClaimAccessMode.READ_WRITE_ONCE_POD])(
  'a claim that is %s under several pods is told, with the number of pods',
  (mode) => {
    expect(findings(mode)).toMatchObject([
      {
        path: 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
        message: `must be a claim that many nodes can mount, since there may be 5 pods; it is ${mode}, got "my-model-model"`,
      },
    ]);
  },
);

test('KEDA gives more pods, too', () => {
  const keda = { triggers: [KedaTrigger.cron('UTC', '0 8 * * *', '0 18 * * *', 3)] };
  expect(findings(ClaimAccessMode.READ_WRITE_ONCE, { keda, maxReplicas: 7 })).toMatchObject([
    { message: expect.stringContaining('7 pods') },
  ]);
});

test.each([
  ['a claim for many nodes', undefined, {}],
  ['one pod at most', ClaimAccessMode.READ_WRITE_ONCE, { maxReplicas: 1 }],
] as const)('%s is sound', (_what, mode, props) => {
  expect(findings(mode, props)).toEqual([]);
});
