import { at, fields, type Manifest, namespaceOf } from '../manifest';
import { type ManifestSet, podLabelsOf, WORKLOADS } from './manifest-set';
import { nearby } from './nearby';
import { hasAll, OtherPods } from './other-pods';
import { isSlip, isTypo } from './typo';

type Labels = Readonly<Record<string, unknown>>;

/** What a selector that finds nothing was most likely meant to find, and how to make it so. */
export interface Meant {
  readonly workload: Manifest;
  readonly fix: string;
}

/** Labels that name an app; others are shared by many. */
const NAMING = ['app', 'app.kubernetes.io/name', 'app.kubernetes.io/instance', 'k8s-app', 'name', 'run'];

/** Among more than this many, a name that is near says little, and looking takes long. */
const MOST_CANDIDATES = 200;

/**
 * Finds the workload that a selector was most likely meant to find, among those that nothing of its kind finds yet.
 * Nothing where the selector finds pods, or where none comes near: most selectors that find nothing here are about pods
 * that stand somewhere else.
 */
export class MeantWorkloads {
  private readonly around: ManifestSet;
  private readonly free: readonly Manifest[];
  private others?: OtherPods;

  constructor(
    private readonly set: ManifestSet,
    free: readonly Manifest[],
  ) {
    this.around = set.around ?? set;
    this.free = free.length <= MOST_CANDIDATES ? free : [];
  }

  public of(selector: Labels, beside: Manifest): Meant | undefined {
    if (Object.keys(selector).length === 0) return undefined;
    if (this.around.workloadsBehind(selector, beside).length > 0) return undefined;
    const here = namespaceOf(beside);
    if (this.mayFind(selector, here)) return undefined;
    for (const workload of this.free) {
      // What stands in another folder is near only where both say that they share a namespace.
      if (here === undefined && !this.set.holds(workload)) continue;
      const fix = this.wayTo(workload, selector, here);
      if (fix !== undefined) return { workload, fix };
    }
    return this.slipped(selector, beside);
  }

  /** A workload that something else finds already is meant only where all but a slip is right. */
  private slipped(selector: Labels, beside: Manifest): Meant | undefined {
    for (const workload of WORKLOADS.flatMap((kind) => nearby(this.set, kind, beside))) {
      const labels = podLabelsOf(workload);
      const [[key, value] = ['', undefined], ...others] = missedIn(labels, selector);
      if (others.length === 0 && isSlip(value, labels[key])) return { workload, fix: `write ${key}: ${labels[key]}` };
    }
    return undefined;
  }

  /** A namespace that is not said may become any. */
  private mayFind(selector: Labels, here: string | undefined): boolean {
    this.others ??= new OtherPods(this.set);
    if (this.others.areFoundBy(selector)) return true;
    return here === undefined
      ? this.free.some((each) => hasAll(podLabelsOf(each), selector))
      : this.around.workloadsBehind(selector, {}).length > 0;
  }

  /** How a selector is made to find a workload, where it nearly does. */
  private wayTo(workload: Manifest, selector: Labels, here: string | undefined): string | undefined {
    const labels = podLabelsOf(workload);
    const there = namespaceOf(workload);
    if (here !== there) {
      const isSure = here !== undefined && there !== undefined && this.set.holds(workload);
      return isSure && hasAll(labels, selector) ? `write namespace: ${there}` : undefined;
    }
    if (hasAll(fields(at(workload, 'metadata', 'labels')), selector)) {
      return 'give the labels to the pods (spec.template.metadata.labels), too';
    }
    const missed = missedIn(labels, selector);
    const isNamed = Object.entries(selector).some(([key, value]) => NAMING.includes(key) && labels[key] === value);
    const [[key, value] = ['', undefined]] = missed;
    if (missed.length !== 1 || (Object.keys(selector).length > 1 && !isNamed)) return undefined;
    if (isTypo(value, labels[key])) return `write ${key}: ${labels[key]}`;
    const otherKey = Object.keys(labels).find((each) => labels[each] === value);
    if (otherKey !== undefined) return `write ${otherKey}: ${value}`;
    return isNamed && labels[key] === undefined ? `leave ${key} out, or give the label to the pods` : undefined;
  }
}

/** What a selector asks for and labels don't have. */
function missedIn(labels: Labels, selector: Labels): [string, unknown][] {
  return Object.entries(selector).filter(([key, value]) => labels[key] !== value);
}
