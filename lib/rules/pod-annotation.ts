import { fields, type Located, locatedItems, type Manifest } from '../manifest';
import { podsOf } from './pods';
import { profileAnnotationFaults } from './profile-annotation';
import { type Fault, fault, type Rule } from './rule';
import { tolerationFaults } from './toleration';

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';

export const podAnnotation: Rule = {
  id: 'pod-annotation',
  severity: 'error',
  summary: 'An annotation of a pod that Kubernetes itself reads says what Kubernetes can read.',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/',
  *check(set) {
    for (const pod of podsOf(set)) {
      const { manifest, spec } = pod;
      for (const [key, text] of Object.entries(fields(pod.metadata.annotations))) {
        const annotation = { path: `${pod.metadataPath}.annotations[${key}]`, value: String(text ?? '') };
        if (key === MIRROR && !spec.nodeName) {
          yield fault(manifest, annotation, 'must not be set without spec.nodeName', 'leave it out: kubelets set it');
        }
        if (key === DELETION_COST && !isInt32(annotation.value)) {
          yield fault(
            manifest,
            annotation,
            'must be a whole number of 32 bits, as text',
            "write a number, such as '100'",
          );
        }
        if (key === TOLERATIONS && annotation.value !== '') yield* oldTolerationFaults(manifest, annotation);
        yield* profileAnnotationFaults(pod, key, annotation, set.settings.kubernetes);
      }
    }
  },
};

/** Mirrors GetDeletionCostFromPodAnnotations. */
function isInt32(text: string): boolean {
  return /^(0|-?\d+)$/.test(text) && !/^0\d/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
}

/** Tolerations as they were before they were fields: a list in JSON. */
function* oldTolerationFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  const tolerations = parse(String(value));
  if (tolerations === undefined) {
    yield fault(manifest, { path, value }, 'must be a list of tolerations in JSON', 'write them in spec.tolerations');
  }
  for (const item of locatedItems({ path, value: tolerations })) yield* tolerationFaults(manifest, item);
}

const TEXTS = ['key', 'operator', 'value', 'effect'];

/** The list, with its fields in small letters, as Go reads them; nothing where Go can't read it. */
function parse(text: string): readonly unknown[] | undefined {
  const list = parseJson(text);
  if (list === null) return [];
  if (!Array.isArray(list)) return undefined;
  const tolerations = list.map(tolerationOf);
  return tolerations.includes(undefined) ? undefined : tolerations;
}

function tolerationOf(value: unknown): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const named = Object.entries(fields(value)).map(([name, each]) => [name.toLowerCase(), each] as const);
  const { tolerationseconds: tolerationSeconds, ...texts } = Object.fromEntries(named);
  const areTexts = TEXTS.every((name) => typeof (texts[name] ?? '') === 'string');
  return areTexts && Number.isInteger(tolerationSeconds ?? 0) ? { ...texts, tolerationSeconds } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
