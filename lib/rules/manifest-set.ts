import { append, groupedBy } from '../grouped';
import { at, fields, isKind, type Manifest, nameOf, namespaceOf } from '../manifest';

/** The version of Kubernetes that objects are checked for, and whatever else a check needs to know. */
export interface Settings {
  /** The minor version: 29 for Kubernetes 1.29. */
  readonly kubernetes: number;
}

type Labels = Readonly<Record<string, string>>;

/** Where an object comes from, and what its text says that the object no longer shows. */
export interface Origin {
  readonly file: string;
  /** Fields that are said twice. */
  readonly duplicateKeys: readonly { readonly path: string; readonly key: string }[];
  /** Plain numbers with a leading zero: YAML 1.1 reads them in base 8. */
  readonly octalNumbers: readonly { readonly path: string; readonly text: string }[];
  /** Plain keys that YAML 1.1 reads as true, false or another number, with what they have become. */
  readonly rewrittenKeys: readonly { readonly path: string; readonly text: string; readonly key: string }[];
  /** What is written at a path, before YAML makes a number or true of it. */
  readonly writtenAt: (path: string) => string | undefined;
}

export interface ManifestSetOptions {
  /**
   * Objects that are applied beside these, such as those of other folders: what is not in this set is looked for there.
   *
   * @default - none
   */
  readonly around?: ManifestSet;

  /**
   * Where the objects come from, if from files.
   *
   * @default - from no file
   */
  readonly origins?: ReadonlyMap<Manifest, Origin>;
}

/** Objects that are applied together, with ways to find one from another that cost the same in a set of any size. */
export class ManifestSet {
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byIdentity = new Map<string, Manifest>();
  private readonly podsByLabel = new Map<string, Manifest[]>();
  private readonly autoscalersByTarget = new Map<string, Manifest[]>();
  private readonly autoscalersByTargetName = new Map<string, Manifest[]>();
  private readonly behindSelectors = new Map<string, readonly Manifest[]>();
  private readonly services = new Map<Manifest, readonly Manifest[]>();
  private readonly autoscalers = new Map<Manifest, readonly Manifest[]>();
  private readonly targets = new Map<Manifest, { readonly target: Manifest | undefined }>();
  private namesakesByName?: ReadonlyMap<string, readonly Manifest[]>;
  private neighboursByNamespace?: ReadonlyMap<string, readonly Manifest[]>;
  private servicesByLabel?: ReadonlyMap<string, readonly Manifest[]>;
  private unserved?: readonly Manifest[];
  private strays?: ReadonlyMap<string, readonly Manifest[]>;

  constructor(
    public readonly manifests: readonly Manifest[],
    public readonly settings: Settings,
    private readonly options: ManifestSetOptions = {},
  ) {
    for (const manifest of manifests) this.add(manifest);
  }

  /** The objects of a kind. */
  public ofKind(kind: string): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The object of a kind and a name, in the namespace of another object; also around this set. */
  public find(kind: string, name: unknown, beside: Manifest): Manifest | undefined {
    const own = this.byIdentity.get(identity(kind, namespaceOf(beside), String(name)));
    return own ?? this.options.around?.find(kind, name, beside);
  }

  /** The objects of a kind and a name, whatever their namespaces; also around this set, those of this set first. */
  public namesakes(kind: string, name: unknown): readonly Manifest[] {
    const own = this.byName.get(`${kind} ${name}`) ?? [];
    if (this.options.around === undefined) return own;
    const around = this.options.around.namesakes(kind, name);
    const known = new Set(own);
    return [...own, ...around.filter((each) => !known.has(each))];
  }

  /** Whether an object is of this set, and not only around it. */
  public holds(manifest: Manifest): boolean {
    return this.byIdentity.get(identity(String(manifest.kind), namespaceOf(manifest), nameOf(manifest))) === manifest;
  }

  /** The objects around this set, if there are any: those of the whole input, this set among them. */
  public get around(): ManifestSet | undefined {
    return this.options.around;
  }

  /** Whether two objects of this set are surely applied together: other files of a folder may be alternatives. */
  public standInOneFile(one: Manifest, other: Manifest): boolean {
    return this.originOf(one)?.file === this.originOf(other)?.file;
  }

  /** The objects of a kind in the namespace of an object. */
  public neighbours(kind: string, beside: Manifest): readonly Manifest[] {
    this.neighboursByNamespace ??= groupedBy(this.manifests, (each) => `${each.kind} ${namespaceOf(each) ?? ''}`);
    return this.neighboursByNamespace.get(`${kind} ${namespaceOf(beside) ?? ''}`) ?? [];
  }

  /** Where an object comes from, if from a file. */
  public originOf(manifest: Manifest): Origin | undefined {
    return this.options.origins?.get(manifest);
  }

  /** Whatever has pods: Deployments, StatefulSets, DaemonSets, ReplicaSets. */
  public workloads(): readonly Manifest[] {
    return WORKLOADS.flatMap((kind) => this.ofKind(kind));
  }

  /** The workloads of this set whose pods a selector in the namespace of an object finds. An empty one finds none. */
  public workloadsBehind(selector: unknown, beside: Manifest): readonly Manifest[] {
    const wanted = Object.entries(fields(selector));
    // No label is an object, however large.
    if (wanted.length === 0 || wanted.some(([, value]) => typeof value === 'object' && value !== null)) return [];
    // Of many Services and workloads with one selector, each finds the same.
    const key = JSON.stringify([namespaceOf(beside), selector]);
    const known = this.behindSelectors.get(key) ?? this.findWorkloadsBehind(wanted, beside);
    this.behindSelectors.set(key, known);
    return known;
  }

  private findWorkloadsBehind(wanted: readonly [string, unknown][], beside: Manifest): readonly Manifest[] {
    // By the rarest of the labels: a common one may stand on the pods of every app.
    const namespace = namespaceOf(beside);
    let candidates: readonly Manifest[] | undefined;
    for (const label of wanted) {
      const having = this.podsByLabel.get(labelKey(namespace, label)) ?? [];
      if (candidates === undefined || having.length < candidates.length) candidates = having;
    }
    return (candidates ?? []).filter((workload) => {
      const labels = podLabelsOf(workload);
      return wanted.every(([name, value]) => labels[name] === value);
    });
  }

  /** The workloads of this set whose pods a Service sends to. */
  public workloadsOf(service: Manifest): readonly Manifest[] {
    return this.workloadsBehind(selectorOf(service), service);
  }

  /** The Services that send to the pods of a workload: of this set, or where it has none, of those around it. */
  public servicesOf(workload: Manifest): readonly Manifest[] {
    const known = this.services.get(workload) ?? this.findServicesOf(workload);
    this.services.set(workload, known);
    return known;
  }

  private findServicesOf(workload: Manifest): readonly Manifest[] {
    const labels = podLabelsOf(workload);
    this.servicesByLabel ??= this.findServicesByLabel();
    const byLabel = this.servicesByLabel;
    const own = Object.entries(labels).flatMap((label) =>
      (byLabel.get(labelKey(namespaceOf(workload), label)) ?? []).filter((service) =>
        Object.entries(selectorOf(service)).every(([name, value]) => labels[name] === value),
      ),
    );
    return own.length > 0 ? own : (this.options.around?.servicesOf(workload) ?? []);
  }

  /** Each Service once, by the rarest label of its selector: a common one may stand in the selectors of every app. */
  private findServicesByLabel(): Map<string, Manifest[]> {
    const selectors = this.ofKind('Service').map((service) => ({
      service,
      keys: Object.entries(selectorOf(service)).map((label) => labelKey(namespaceOf(service), label)),
    }));
    const count = new Map<string, number>();
    for (const key of selectors.flatMap(({ keys }) => keys)) count.set(key, (count.get(key) ?? 0) + 1);
    const byLabel = new Map<string, Manifest[]>();
    for (const { service, keys } of selectors) {
      const [rarest] = keys.sort((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0));
      if (rarest !== undefined) append(byLabel, rarest, service);
    }
    return byLabel;
  }

  /** The workloads that no Service sends to. */
  public get unservedWorkloads(): readonly Manifest[] {
    this.unserved ??= this.workloads().filter((each) => this.servicesOf(each).length === 0);
    return this.unserved;
  }

  /** The HorizontalPodAutoscalers and ScaledObjects of this set that scale a workload. */
  public autoscalersOf(workload: Manifest): readonly Manifest[] {
    const target = identity(String(workload.kind), namespaceOf(workload), nameOf(workload));
    return this.autoscalersByTarget.get(target) ?? [];
  }

  /**
   * The autoscalers that scale a workload: those of this set, or else those around it that find no workload of that name
   * in their own folder.
   */
  public autoscalersFor(workload: Manifest): readonly Manifest[] {
    const known = this.autoscalers.get(workload) ?? this.findAutoscalersFor(workload);
    this.autoscalers.set(workload, known);
    return known;
  }

  private findAutoscalersFor(workload: Manifest): readonly Manifest[] {
    const exact = this.autoscalersOf(workload);
    if (exact.length > 0) return exact;
    const key = `${workload.kind} ${nameOf(workload)}`;
    const own = (this.autoscalersByTargetName.get(key) ?? []).filter((each) => this.targetOf(each) === workload);
    if (own.length > 0) return own;
    return this.options.around?.straysFor(workload) ?? [];
  }

  /**
   * The workload that a HorizontalPodAutoscaler or a ScaledObject scales, where it is in the set or around it. Where one
   * of the two does not say its namespace, that may be given to it later; so it counts if no other comes into question.
   */
  public targetOf(autoscaler: Manifest): Manifest | undefined {
    const known = this.targets.get(autoscaler) ?? { target: this.findTargetOf(autoscaler) };
    this.targets.set(autoscaler, known);
    return known.target;
  }

  private findTargetOf(autoscaler: Manifest): Manifest | undefined {
    const { kind, name } = targetReference(autoscaler);
    const found = this.find(kind, name, autoscaler);
    if (found !== undefined) return found;
    const own = (this.byName.get(`${kind} ${name}`) ?? []).filter((each) => mayShareNamespace(each, autoscaler));
    if (own.length > 0) return own.length === 1 ? own[0] : undefined;
    return this.options.around?.targetOf(autoscaler);
  }

  /** The autoscalers that may scale a workload of another folder than theirs: none of its name stands in their own. */
  private straysFor(workload: Manifest): readonly Manifest[] {
    this.strays ??= this.findStrays();
    const strays = this.strays.get(`${workload.kind} ${nameOf(workload)}`) ?? [];
    return strays.filter((each) => {
      if (namespaceOf(each) === namespaceOf(workload)) return true;
      return (
        mayShareNamespace(each, workload) && this.find(String(workload.kind), nameOf(workload), each) === undefined
      );
    });
  }

  private findStrays(): Map<string, Manifest[]> {
    const workloads = new Set(this.workloads().map((each) => `${this.folderOf(each)} ${each.kind} ${nameOf(each)}`));
    const strays = new Map<string, Manifest[]>();
    for (const [key, autoscalers] of this.autoscalersByTargetName) {
      for (const each of autoscalers) {
        if (!workloads.has(`${this.folderOf(each)} ${key}`)) append(strays, key, each);
      }
    }
    return strays;
  }

  private get byName(): ReadonlyMap<string, readonly Manifest[]> {
    this.namesakesByName ??= groupedBy(this.manifests, (each) => `${each.kind} ${nameOf(each)}`);
    return this.namesakesByName;
  }

  private folderOf(manifest: Manifest): string {
    return (this.originOf(manifest)?.file ?? '').replace(/[^/]*$/, '');
  }

  private add(manifest: Manifest): void {
    const kind = String(manifest.kind);
    append(this.byKind, kind, manifest);
    this.byIdentity.set(identity(kind, namespaceOf(manifest), nameOf(manifest)), manifest);
    if (WORKLOADS.includes(kind)) {
      for (const label of Object.entries(podLabelsOf(manifest))) {
        append(this.podsByLabel, labelKey(namespaceOf(manifest), label), manifest);
      }
    }
    if (isAutoscaler(manifest)) {
      const target = targetReference(manifest);
      append(this.autoscalersByTarget, identity(target.kind, namespaceOf(manifest), target.name), manifest);
      append(this.autoscalersByTargetName, `${target.kind} ${target.name}`, manifest);
    }
  }
}

/** The kinds that have pods. */
export const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

export function isWorkload(manifest: Manifest): boolean {
  return WORKLOADS.includes(String(manifest.kind));
}

export function isAutoscaler(manifest: Manifest): boolean {
  return isKind(manifest, 'HorizontalPodAutoscaler') || isKind(manifest, 'ScaledObject');
}

/**
 * What an autoscaler says that it scales. The controller takes a kind in lower case, too, but not in any other; KEDA
 * means a Deployment by default.
 */
export function targetReference(autoscaler: Manifest): { readonly kind: string; readonly name: string } {
  const { kind = 'Deployment', name } = fields(at(autoscaler, 'spec', 'scaleTargetRef'));
  const known = WORKLOADS.find((each) => each.toLowerCase() === kind);
  return { kind: known ?? String(kind), name: String(name) };
}

/** Whether two objects are, or may yet be put, into one namespace: where one does not say it, it may be given later. */
export function mayShareNamespace(one: Manifest, other: Manifest): boolean {
  const [a, b] = [namespaceOf(one), namespaceOf(other)];
  return a === b || a === undefined || b === undefined;
}

/** What a Service selects its pods by; nothing where it has none, or is an alias. */
export function selectorOf(service: Manifest): Labels {
  const { selector, type } = fields(service.spec);
  return type === 'ExternalName' ? {} : (fields(selector) as Labels);
}

/** The labels of the pods of a workload. */
export function podLabelsOf(workload: Manifest): Labels {
  return fields(at(workload, 'spec', 'template', 'metadata', 'labels')) as Labels;
}

/** A namespace that is not said is one of its own: it is the one that kubectl is set to. */
function identity(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}

function labelKey(namespace: string | undefined, [name, value]: readonly [string, unknown]): string {
  return `${namespace ?? ''} ${name}=${value}`;
}
