import { check } from '../../lib/check/check';
import type { Manifest } from '../../lib/manifest';
import { NEWEST } from '../../lib/schema/schema';
import { mutantsOf } from '../fixtures/mutants';
import { NEWER, SOUND } from '../fixtures/sound';
import { setOf } from '../manifests';
import { Api, isAboutNetwork } from './api';
import { addresses, clusters } from './clusters';

const NAMESPACE = 'default';

/** For work on a rule: MUTANTS=20000 SEED=7 KINDS=Service,Ingress PATHS='^spec.ports' npm run test:cluster -- mutants */
const COUNT = Number(process.env.MUTANTS ?? 5000);
const SEED = Number(process.env.SEED ?? 1);
/** The kinds whose values are judged as the API server judges them; docs/check.md says what is left out. */
const JUDGED =
  'Deployment,Service,HorizontalPodAutoscaler,PodDisruptionBudget,ConfigMap,Secret,PersistentVolumeClaim,ServiceAccount,Ingress,NetworkPolicy';
const KINDS = (process.env.KINDS ?? JUDGED).split(',');
const PATHS = new RegExp(process.env.PATHS ?? '.');

/** The objects that a server must take, of the kinds asked for. */
function soundFor(minor: number): readonly Manifest[] {
  const all = minor === NEWEST ? [...SOUND, ...NEWER] : SOUND;
  return all.filter(({ kind }) => KINDS.includes(String(kind)));
}

jest.setTimeout(600_000);

/** What the check says of an object alone: why the server would refuse it. */
function errorsIn(object: Manifest, minor: number): string[] {
  return check(setOf([object], minor))
    .filter(({ finding, rule }) => finding.severity === 'error' && !rule.accepted)
    .map(({ finding: { rule, path, message } }) => `${rule} ${path}: ${message}`);
}

describe.each(addresses().map((address) => [address.version, address] as const))(
  'Kubernetes %s',
  (version, address) => {
    const api = new Api(address);
    const minor = Number(version.split('.')[1]);
    const sound = soundFor(minor);

    test.each(sound.map((object) => [`${object.kind} ${(object.metadata as { name: string }).name}`, object] as const))(
      'takes %s, and so does the check',
      async (_name, object) => {
        expect(await api.judge(object, NAMESPACE)).toEqual({ refused: false });
        expect(errorsIn(object, minor)).toEqual([]);
      },
    );

    test(`agrees with the check over ${COUNT} mutants`, async () => {
      const disagreements: string[] = [];
      let open: Promise<void>[] = [];
      for (const { object, change } of mutantsOf(sound, SEED, COUNT, PATHS)) {
        const ours = errorsIn(object, minor);
        const asked = api.judge(object, NAMESPACE).then((verdict) => {
          if (verdict.refused === ours.length > 0 || isAboutNetwork(verdict)) return;
          disagreements.push(
            `${change}\n    server: ${verdict.refused ? verdict.reason.slice(0, 400) : 'takes it'}\n    check: ${ours.join('; ') || 'takes it'}`,
          );
        });
        open.push(asked);
        if (open.length >= 8) {
          await Promise.all(open);
          open = [];
        }
      }
      await Promise.all(open);
      expect(disagreements.sort()).toEqual([]);
    });
  },
);

test('there are control planes to ask', () => {
  expect(clusters().length).toBeGreaterThan(0);
});
