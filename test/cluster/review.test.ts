import { type Manifest, nameOf } from '../../lib/manifest';
import { canonical } from '../../lib/stored/canonical';
import { CHANGES, type ChangeCase } from '../fixtures/changes';
import { reviewed } from '../review/reviewed';
import type { Cluster, StoredObject } from './cluster';
import { clusters } from './clusters';

jest.setTimeout(600_000);

/** What the autoscaler of the base makes of a load of a core. */
const PODS = 4;
/** As many at once as a busy machine takes. */
const AT_ONCE = 12;

/** What the review says of a change is what happens when it is applied. */
describe.each(clusters())('on Kubernetes %s', (version, cluster) => {
  const kubernetes = Number(version.split('.')[1]);
  const outcomes = new Map<string, Outcome | Error>();

  beforeAll(async () => {
    const left = [...CHANGES.entries()];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const [index, each] = next;
          const outcome = apply(cluster, `review-${index}`, each);
          outcomes.set(each.name, await outcome.catch((error: Error) => error));
        }
      }),
    );
  });

  test.each(CHANGES.map((each) => [each.name, each] as const))('%s', (name, each) => {
    const played = outcomes.get(name);
    if (!played || played instanceof Error) throw played ?? new Error(`${name} was not played`);
    const { refused, ...outcome } = played;
    const { refused: told, ...said } = predicted(each, kubernetes);
    expect(outcome).toEqual(said);
    expect([...new Set(refused.map(objectIn))]).toEqual([...new Set(told.map(objectIn))]);
    // Of a field and what is in it, one names the other.
    for (const field of refused)
      expect(told.some((each) => each.startsWith(field) || field.startsWith(each))).toBe(true);
  });
});

/** What becomes of a change. */
interface Outcome {
  /** The objects that are refused, each with the fields that are named. */
  readonly refused: readonly string[];
  /** Whether the pods of the Deployment are replaced. */
  readonly restarts: boolean;
  /** Whether the spec of the Deployment is another. */
  readonly moves: boolean;
  readonly replicas: number | undefined;
  readonly left: readonly string[];
  /** Whether `kubectl diff` shows nothing. */
  readonly isSame: boolean;
}

function predicted({ before, after }: ChangeCase, kubernetes: number): Outcome {
  const { consequences, changed } = reviewed(before, after, kubernetes);
  const of = (kind: string) => consequences.filter((each) => each.kind === kind);
  const ofModel = (kind: string) => of(kind).filter(({ object }) => object === 'Deployment model');
  const was = before.find(isModel);
  const is = after.find(isModel);
  const isRefused = ofModel('refused').length > 0;
  const sets = statedReplicas(after) ?? ofModel('count')[0]?.replicas;
  // What kubectl remembers of the last apply is an annotation, and those count, too.
  const isRewritten = canonical(was) !== canonical(is);
  return {
    refused: of('refused').map(({ object, field = '' }) => `${object}: ${rootOf(field)}`),
    restarts: ofModel('restart').length > 0,
    moves: is !== undefined && !isRefused && (isRewritten || (sets !== undefined && sets !== running(before))),
    replicas: is === undefined ? undefined : isRefused ? running(before) : (sets ?? running(before)),
    left: of('left')
      .map(({ object }) => object)
      .sort(),
    isSame: changed === 0 && (sets === undefined || sets === running(before)),
  };
}

function isModel(object: Manifest): boolean {
  return object.kind === 'Deployment' && nameOf(object) === 'model';
}

/** The API server names a whole spec where only some of its fields may change, and its own list of addresses. */
function rootOf(field: string): string {
  return field.replace(/\[\d+\].*$/, '').replace(/^(spec\.clusterIP)s$/, '$1');
}

function statedReplicas(manifests: readonly Manifest[]): number | undefined {
  const deployment = manifests.find(isModel);
  return (deployment?.spec as { replicas?: number } | undefined)?.replicas;
}

/** The autoscaler has its number of pods, whatever the manifest says. */
function running(before: readonly Manifest[]): number {
  return before.some(({ kind }) => kind === 'HorizontalPodAutoscaler') ? PODS : 1;
}

/** Applies what was, waits until it runs, and applies what is. */
async function apply(cluster: Cluster, namespace: string, { before, after }: ChangeCase): Promise<Outcome> {
  await cluster.createNamespace(namespace);
  const inNamespace = ['--namespace', namespace];
  await cluster.setLoad(namespace, 1);
  await cluster.apply(before, ...inNamespace);
  const deployment = () => cluster.get('deployment', 'model', namespace);
  await cluster.waitFor(
    `${PODS} ready pods in ${namespace}`,
    async () => (await deployment()).status.readyReplicas === PODS,
  );
  const was = await deployment();
  const isSame =
    (await cluster.tryApply(after, '--dry-run=server', ...inNamespace)).code === 0 &&
    (await cluster.diff(after, ...inNamespace)) === '';
  const applied = await each(cluster, after, inNamespace);
  const is = applied.get('Deployment model')?.object ?? was;
  const isThere = after.some(isModel);
  const settled = async () => (await deployment()).status.observedGeneration >= is.metadata.generation;
  await cluster.waitFor(`the rollout in ${namespace}`, settled);
  const sets = await cluster.list('replicasets', namespace);
  const left = [];
  for (const object of before) {
    const isGone = !after.some((other) => other.kind === object.kind && nameOf(other) === nameOf(object));
    if (isGone && (await cluster.get(String(object.kind), nameOf(object), namespace)) !== undefined)
      left.push(`${object.kind} ${nameOf(object)}`);
  }
  const ofModel = sets.filter(({ metadata }) => metadata.ownerReferences?.[0]?.uid === was.metadata.uid);
  await cluster.deleteNamespace(namespace);
  return {
    refused: Array.from(applied).flatMap(([object, { fields }]) =>
      fields.map((field) => `${object}: ${rootOf(field)}`),
    ),
    restarts: isThere && ofModel.length > 1,
    moves: isThere && is.metadata.generation > was.metadata.generation,
    replicas: isThere ? is.spec.replicas : undefined,
    left: left.sort(),
    isSame,
  };
}

/** What the server makes of an object: how it has it afterwards, or the fields for which it refuses it. */
interface Applied {
  readonly object?: StoredObject;
  readonly fields: readonly string[];
}

async function each(
  cluster: Cluster,
  manifests: readonly Manifest[],
  flags: readonly string[],
): Promise<Map<string, Applied>> {
  const applied = new Map<string, Applied>();
  for (const manifest of manifests) {
    const { code, stdout, stderr } = await cluster.tryApply([manifest], '--output=json', ...flags);
    const outcome = code === 0 ? { object: JSON.parse(stdout), fields: [] } : { fields: fieldsIn(stderr) };
    applied.set(`${manifest.kind} ${nameOf(manifest)}`, outcome);
  }
  return applied;
}

/** The API server says `The Job "a" is invalid: spec.template: Invalid value: ...`, or a list of such. */
function fieldsIn(refusal: string): string[] {
  const faults = refusal.matchAll(
    /(?:is invalid:\s+(?:\* )?|\n\* )([^\s:]+): (?:Invalid value|Forbidden|Required value)/g,
  );
  const fields = Array.from(faults, ([, field = '']) => field);
  if (fields.length === 0) throw new Error(`no field is named: ${refusal}`);
  return [...new Set(fields)];
}

function objectIn(refusal: string): string {
  return refusal.split(': ')[0] ?? '';
}
