import type { Manifest } from '../manifest';
import { ManifestSet } from '../rules/manifest-set';
import { NEWEST } from '../schema/schema';
import { minorVersion } from '../schema/version';
import { deadStartOf } from './dead-start';
import { type DecisionRow, decisionsIn } from './decisions';
import type { PreviewOptions } from './options';
import { play } from './play';
import { isRefusal, type Refusal, type Subject, subjectsIn } from './setup';
import { type Summary, summarize } from './summary';
import type { Timeline } from './timeline';
import { nonsenseIn } from './validate';
import { vary } from './variant';

/** A load that has been played on an autoscaler and its workload. */
export interface Preview {
  readonly subject: Subject;
  /** What differs from the manifest: `maxReplicas=10`; nothing for the manifest as it is. */
  readonly variant?: string;
  readonly timeline: Timeline;
  readonly summary: Summary;
  /** Every change of the number of pods. */
  readonly decisions: readonly DecisionRow[];
}

export interface PreviewRequest extends PreviewOptions {
  /** The version of the cluster: `'1.29'`. From 1.27 to 1.37, which is the default. */
  readonly kubernetes?: string;
  /** Only the autoscaler of this name. */
  readonly autoscaler?: string;
  /** Changes to try beside the manifest as it is: `maxReplicas=10,target=60`. */
  readonly variants?: readonly string[];
}

/** What can't be previewed, and why: the message is for the person who wrote the manifests. */
export class PreviewError extends Error {
  public override readonly name = 'PreviewError';
}

/**
 * What the HorizontalPodAutoscalers among some objects would do under a load: each as it is, and with each variant. Reads
 * no clock and no file, so that the same input gives the same output; docs/preview.md says what is assumed.
 *
 * Throws a PreviewError where an autoscaler will not work, or what it scales is not among the objects, or there is none.
 */
export function preview(manifests: readonly object[], request: PreviewRequest = {}): Preview[] {
  const objects = manifests.flatMap(objectsIn);
  const { previews, refusals } = previewFolders([{ name: '', objects }], request);
  if (refusals.length > 0) throw new PreviewError(refusals.join('\n'));
  return previews;
}

/**
 * The same for objects of several folders, those of each of which are applied together: what is not in one is looked for
 * in the others. What can't be previewed spoils nothing beside it.
 */
export function previewFolders(
  folders: readonly Folder[],
  request: PreviewRequest,
): { readonly previews: Preview[]; readonly refusals: string[] } {
  const nonsense = nonsenseIn(request);
  if (nonsense !== undefined) throw new PreviewError(nonsense);
  const kubernetes = versionOf(request);
  const around = new ManifestSet(folders.flatMap(({ objects }) => objects) as readonly Manifest[], { kubernetes });
  const byFolder = folders.map(({ name, objects }) => ({
    name,
    subjects: subjectsIn(new ManifestSet(objects as readonly Manifest[], { kubernetes }, { around }), request),
  }));
  const areSeveral = byFolder.filter(({ subjects }) => subjects.length > 0).length > 1;
  const found = byFolder.flatMap(({ name, subjects }) =>
    areSeveral ? subjects.map((subject) => ({ ...subject, name: `${subject.name} in ${name}` })) : subjects,
  );
  const unknown = unknownMetric(found, request);
  if (unknown !== undefined) return { previews: [], refusals: [unknown] };
  const wanted = found.filter(({ name }) => request.autoscaler === undefined || nameIn(name) === request.autoscaler);
  if (wanted.length === 0) {
    const names = found.map(({ name }) => name);
    return { previews: [], refusals: [noneFound(names, request.autoscaler, around.ofKind('ScaledObject').length > 0)] };
  }
  const previews: Preview[] = [];
  const refusals: string[] = [];
  for (const subject of wanted) {
    const outcome = isRefusal(subject) ? `${subject.name}: ${subject.reason}` : variantsOf(subject, request);
    if (typeof outcome === 'string') refusals.push(outcome);
    else previews.push(...outcome);
  }
  return { previews, refusals };
}

/** Objects that are applied together, and what the folder is called. */
export interface Folder {
  readonly name: string;
  readonly objects: readonly object[];
}

/** What kubectl shows is a list; a document of nothing is none. */
function objectsIn(manifest: object | null): object[] {
  const { kind, items } = (manifest ?? {}) as { readonly kind?: unknown; readonly items?: unknown };
  if (manifest === null || manifest === undefined) return [];
  return String(kind).endsWith('List') && Array.isArray(items) ? items : [manifest];
}

function versionOf({ kubernetes }: PreviewRequest): number {
  if (kubernetes === undefined) return NEWEST;
  try {
    return minorVersion(kubernetes);
  } catch (error) {
    throw new PreviewError((error as Error).message);
  }
}

/** Why a load of a metric would be played by nobody. */
function unknownMetric(found: readonly (Subject | Refusal)[], { metricLoads }: PreviewRequest): string | undefined {
  const subjects = found.filter((each): each is Subject => !isRefusal(each));
  const known = new Set(subjects.flatMap(({ setup }) => setup.spec.metrics.map(({ name }) => name)));
  const unknown = [...(metricLoads?.keys() ?? [])].find((name) => !known.has(name));
  if (unknown === undefined || subjects.length < found.length) return undefined;
  return `no metric is called ${unknown}: there are ${[...known].join(', ')}`;
}

/** Of `HorizontalPodAutoscaler NAMESPACE/NAME of ...`. */
function nameIn(name: string): string | undefined {
  return name.split(' ')[1]?.split('/').at(-1);
}

function variantsOf(subject: Subject, { variants = [] }: PreviewRequest): Preview[] | string {
  try {
    return [undefined, ...variants].map((variant) => playVariant(subject, variant));
  } catch (error) {
    if (error instanceof PreviewError) return error.message;
    throw error;
  }
}

function playVariant(subject: Subject, variant: string | undefined): Preview {
  const setup = variant === undefined ? subject.setup : variedSetup(subject, variant);
  const deadStart = deadStartOf(setup);
  if (deadStart !== undefined) throw new PreviewError(`${subject.name}: ${deadStart}`);
  const timeline = play(setup);
  const summary = summarize(setup, timeline);
  return { subject: { ...subject, setup }, variant, timeline, summary, decisions: decisionsIn(setup, timeline) };
}

function variedSetup({ name, setup }: Subject, variant: string) {
  try {
    return vary(setup, variant);
  } catch (error) {
    throw new PreviewError(`${name}, ${variant}: ${(error as Error).message}`);
  }
}

function noneFound(names: readonly string[], wanted: string | undefined, hasKeda: boolean): string {
  if (names.length > 0) return `no HorizontalPodAutoscaler is called ${wanted}: there are ${names.join('; ')}`;
  return hasKeda
    ? 'KEDA makes a HorizontalPodAutoscaler of a ScaledObject: preview that, kubectl get hpa,deploy -o yaml'
    : 'there is no HorizontalPodAutoscaler: preview plays a load on one and what it scales';
}
