import { type Manifest, nameOf } from '../../lib/manifest';
import { isSame, pairsOf } from '../../lib/review/pairs';
import { review } from '../../lib/review/review';
import { canonical } from '../../lib/stored/canonical';
import { CHANGES, type ChangeCase } from '../fixtures/changes';
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
  const outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    const left = [...CHANGES.entries()];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const [index, each] = next;
          outcomes.set(each.name, await apply(cluster, `review-${index}`, each));
        }
      }),
    );
  });

  test.each(CHANGES.map((each) => [each.name, each] as const))('%s', (name, each) => {
    expect(outcomes.get(name)).toEqual(predicted(each, kubernetes));
  });
});

/** What becomes of a change. */
interface Outcome {
  /** The objects that are refused. */
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
  const { consequences } = review(before, after, kubernetes);
  const of = (kind: string) => consequences.filter((each) => each.kind === kind);
  const refused = of('refused')
    .map(({ object }) => object)
    .sort();
  const deployment = pairsOf(before, after).find(({ after: young }) => young?.manifest.kind === 'Deployment');
  const isThere = deployment?.before !== undefined;
  const isRefused = refused.some((object) => object.startsWith('Deployment'));
  const count = of('count')[0]?.replicas;
  const sets = statedReplicas(after) ?? count;
  // What kubectl remembers of the last apply is an annotation, and those count, too.
  const isRewritten = canonical(deployment?.before?.manifest) !== canonical(deployment?.after?.manifest);
  const moves = isThere && !isRefused && (isRewritten || (sets !== undefined && sets !== running(before)));
  return {
    refused,
    restarts: isThere && !isRefused && of('restart').length > 0,
    moves,
    replicas: isThere ? (isRefused ? running(before) : (sets ?? running(before))) : undefined,
    left: of('left')
      .map(({ object }) => object)
      .sort(),
    isSame:
      pairsOf(before, after).every(
        (pair) =>
          pair.after === undefined || isSame(pair) || (isWorkloadPair(pair) && isSameSpec(pair) && isSameHead(pair)),
      ) &&
      (sets === undefined || sets === running(before)),
  };
}

function isSameSpec({ before, after }: Sides): boolean {
  const [was, is] = [before, after].map((side) => specOf(side?.stored));
  return was === is;
}

function isSameHead({ before, after }: Sides): boolean {
  return canonical(before?.stored.metadata) === canonical(after?.stored.metadata);
}

function isWorkloadPair({ before }: Sides): boolean {
  return before?.stored.kind === 'Deployment';
}

interface Sides {
  readonly before?: { readonly stored: Manifest };
  readonly after?: { readonly stored: Manifest };
}

/** Replicas are judged apart: what runs is not what a manifest says. */
function specOf(stored: Manifest | undefined): string {
  const { replicas: _, ...spec } = (stored?.spec ?? {}) as Record<string, unknown>;
  return canonical(spec);
}

function statedReplicas(manifests: readonly Manifest[]): number | undefined {
  const deployment = manifests.find(({ kind }) => kind === 'Deployment');
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
  const is = applied.get('Deployment model')?.spec === undefined ? was : applied.get('Deployment model');
  const isThere = after.some((object) => object.kind === 'Deployment' && nameOf(object) === 'model');
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
    refused: Array.from(applied)
      .filter(([, object]) => object === undefined)
      .map(([name]) => name)
      .sort(),
    restarts: isThere && ofModel.length > 1,
    moves: isThere && is.metadata.generation > was.metadata.generation,
    replicas: isThere ? is.spec.replicas : undefined,
    left: left.sort(),
    isSame,
  };
}

/** Each object as the server has it afterwards; nothing where it was refused. */
async function each(
  cluster: Cluster,
  manifests: readonly Manifest[],
  flags: readonly string[],
): Promise<Map<string, StoredObject | undefined>> {
  const applied = new Map<string, StoredObject | undefined>();
  for (const manifest of manifests) {
    const { code, stdout } = await cluster.tryApply([manifest], '--output=json', ...flags);
    applied.set(`${manifest.kind} ${nameOf(manifest)}`, code === 0 ? JSON.parse(stdout) : undefined);
  }
  return applied;
}
