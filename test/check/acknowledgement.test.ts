import { ClaimAccessMode, ModelSource } from '../../lib';
import { check } from '../../lib/check/check';
import { build, setOf, unchecked } from '../manifests';

const ACKNOWLEDGED = 'ml-app.acknowledge/read-write-once-claim';

function findings(annotations: Record<string, string>, maxReplicas = 5) {
  const claim = { size: '10Gi', accessMode: ClaimAccessMode.READ_WRITE_ONCE };
  const model = ModelSource.newPersistentVolumeClaim(claim);
  const objects = unchecked(build({ model, maxReplicas, deployment: { annotations } }));
  return check(setOf(objects))
    .map(({ finding }) => finding)
    .filter(({ rule }) => ['read-write-once-claim', 'acknowledgement'].includes(rule));
}

test('a warning that is acknowledged keeps its place, with the reason', () => {
  expect(findings({ [ACKNOWLEDGED]: 'one node is all there is' })).toMatchObject([
    { rule: 'read-write-once-claim', severity: 'warning', acknowledged: 'one node is all there is' },
  ]);
});

test.each([
  ['no reason', { [ACKNOWLEDGED]: ' ' }, 5, /must say why/],
  ['nothing to acknowledge any more', { [ACKNOWLEDGED]: 'because' }, 1, /must still be needed/],
  ['a rule that is not there', { 'ml-app.acknowledge/read-write-once': 'because' }, 1, /must name a rule/],
  ['an error', { 'ml-app.acknowledge/replica-range': 'because' }, 1, /must name a warning/],
])('an acknowledgement of %s is told', (_what, annotations, maxReplicas, message) => {
  const told = findings(annotations, maxReplicas).filter(({ rule }) => rule === 'acknowledgement');
  expect(told).toMatchObject([
    { severity: 'warning', object: 'Deployment my-model', message: expect.stringMatching(message) },
  ]);
});
