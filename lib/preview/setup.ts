import { amountsOf } from '../autoscaling/amounts';
import { DEFAULT_SETTINGS } from '../autoscaling/controller/settings';
import { type AutoscalerSpec, specOf } from '../autoscaling/controller/spec';
import { check } from '../check/check';
import { at, type Fields, fields, items, type Manifest, nameOf, namespaceOf } from '../manifest';
import { milliOf } from '../quantity';
import type { ManifestSet } from '../rules/manifest-set';
import { DEFAULT_MODEL } from './defaults';
import type { Model, PodAmounts, ProbeTimes, Setup } from './model';
import type { PreviewOptions } from './options';
import { probesOf, startupBudgetOf, untilReady } from './readiness';
import { needsRequest, requestOf, sourcesOf, usesCpu } from './sources';

/** An autoscaler that can be previewed. */
export interface Subject {
  /** `HorizontalPodAutoscaler model of Deployment model`. */
  readonly name: string;
  readonly setup: Setup;
  /** What is assumed for want of a word, for the person who reads the result. */
  readonly notes: readonly string[];
}

/** Why an autoscaler can't be previewed. */
export interface Refusal {
  readonly name: string;
  readonly reason: string;
}

/** Every HorizontalPodAutoscaler of a set, with what its target says; or why there is nothing to preview. */
export function subjectsIn(set: ManifestSet, options: PreviewOptions): (Subject | Refusal)[] {
  const faulty = new Map<Manifest, string>();
  for (const { manifest, finding } of check(set)) {
    if (finding.severity !== 'error' || faulty.has(manifest)) continue;
    faulty.set(manifest, `${finding.object}: ${finding.path}: ${finding.message}; ${finding.fix} (${finding.rule})`);
  }
  return set.ofKind('HorizontalPodAutoscaler').map((autoscaler) => {
    const target = set.targetOf(autoscaler);
    const name = nameOfSubject(autoscaler);
    const wrong = faulty.get(autoscaler) ?? (target === undefined ? undefined : faulty.get(target));
    if (wrong !== undefined) return { name, reason: `it will not work: ${wrong}` };
    if (target === undefined) {
      return {
        name,
        reason: 'what it scales is not in the input: give its file, too, or kubectl get deploy,hpa -o yaml',
      };
    }
    return subjectOf(name, autoscaler, target, set.settings.kubernetes, options);
  });
}

export function isRefusal(outcome: Subject | Refusal): outcome is Refusal {
  return 'reason' in outcome;
}

function nameOfSubject(autoscaler: Manifest): string {
  const { kind, name } = fields(at(autoscaler, 'spec', 'scaleTargetRef'));
  const namespace = namespaceOf(autoscaler);
  return `HorizontalPodAutoscaler ${namespace === undefined ? '' : `${namespace}/`}${nameOf(autoscaler)} of ${kind} ${name}`;
}

function subjectOf(
  name: string,
  autoscaler: Manifest,
  target: Manifest,
  kubernetes: number,
  options: PreviewOptions,
): Subject | Refusal {
  const spec = specOf(autoscaler);
  const pod = fields(at(target, 'spec', 'template', 'spec'));
  const notes: string[] = [];
  if (spec.metrics.length === 0) {
    return { name, reason: 'its metrics stand in an annotation of autoscaling/v1: write it as autoscaling/v2' };
  }
  const missing = spec.metrics.find(
    (metric) => needsRequest(metric) && requestOf(pod, metric, kubernetes) === undefined,
  );
  if (missing !== undefined) {
    const { without } = amountsOf(pod, missing.name, kubernetes, missing.container);
    const who = without.length > 0 ? `container ${without.join(', ')}` : 'its pod';
    const reason = `${who} asks for no ${missing.name}, so that the autoscaler can compute nothing: set its request`;
    return { name, reason };
  }
  const busy = busyContainer(spec, pod, kubernetes);
  if (items(pod.containers).length > 1) notes.push(`the load keeps container ${busy.name} busy`);
  const amounts = podAmountsOf(pod, String(busy.name), kubernetes);
  const sources = sourcesOf(spec, pod, amounts, kubernetes, options, notes);
  if (typeof sources === 'string') return { name, reason: sources };
  if (sources.cpuLoad !== undefined && amounts.cpuLimit === undefined) {
    notes.push('no CPU limit: a pod uses whatever it is asked for');
  }
  const probes = probesOf(busy);
  const setup: Setup = {
    ...sources,
    spec,
    settings: { ...DEFAULT_SETTINGS, ...options.controller, kubernetes },
    model: modelOf(pod, probes, options, notes),
    probes,
    startupBudget: startupBudgetOf(busy),
    pod: amounts,
    initialReplicas: options.initialReplicas ?? initialReplicasOf(spec, target, notes),
    duration: options.duration ?? sources.duration,
  };
  return { name, setup, notes };
}

function initialReplicasOf({ minReplicas }: AutoscalerSpec, target: Manifest, notes: string[]): number {
  if (at(target, 'spec', 'replicas') === 0 && minReplicas > 0) {
    notes.push('replicas: 0 switches autoscaling off');
    return 0;
  }
  return Math.max(minReplicas, 1);
}

/** The container that the load keeps busy: the one whose CPU is looked at alone, or the one that asks for the most. */
function busyContainer(spec: AutoscalerSpec, pod: Fields, kubernetes: number): Fields {
  const watched = spec.metrics.find((metric) => usesCpu(metric) && metric.container !== undefined)?.container;
  const asked = items(pod.containers).map((container) => {
    const { name } = fields(container);
    return { container: fields(container), request: amountsOf(pod, 'cpu', kubernetes, String(name)).request ?? 0n };
  });
  const [first, ...others] = asked;
  const most = others.reduce((so, each) => (so !== undefined && each.request > so.request ? each : so), first);
  return (asked.find(({ container }) => container.name === watched) ?? most)?.container ?? {};
}

function podAmountsOf(pod: Fields, busy: string, kubernetes: number): PodAmounts {
  const { request } = amountsOf(pod, 'cpu', kubernetes);
  const { limit } = amountsOf(pod, 'cpu', kubernetes, busy);
  const gpus = items(pod.containers).reduce<number>((sum, container) => sum + gpusOf(fields(container)), 0);
  return {
    cpuLimit: limit === undefined ? undefined : Number(limit) / 1000,
    cpuRequest: request === undefined ? undefined : Number(request) / 1000,
    gpus,
    isAlone: items(pod.containers).length === 1,
  };
}

/** Whole devices, and slices of them. */
const GPU = /^(?:nvidia\.com\/(?:gpu(?:\.shared)?|mig-.+)|amd\.com\/gpu|gpu\.intel\.com\/(?:i915|xe))$/;

function gpusOf({ resources }: Fields): number {
  const limits = fields(at(resources, 'limits'));
  const devices = Object.keys(limits).filter((name) => GPU.test(name));
  return devices.reduce((sum, name) => sum + Number(milliOf(limits[name]) ?? 0n) / 1000, 0);
}

/** How pods start and go: from their probes, and from what was said. */
function modelOf(
  pod: Fields,
  probes: readonly ProbeTimes[],
  { startup: said, model }: PreviewOptions,
  notes: string[],
): Model {
  const startup = said ?? probes.reduce((longest, { delay }) => Math.max(longest, delay), 0);
  if (said === undefined) {
    notes.push(
      startup === 0
        ? 'pods serve as soon as they run: --startup says how long a model takes to load'
        : `pods serve ${startup / 1000} s after they run, as their probes wait: --startup says otherwise`,
    );
  }
  const hooks = items(pod.containers).map(
    (container) => Number(at(container, 'lifecycle', 'preStop', 'sleep', 'seconds') ?? 0) * 1000,
  );
  return {
    ...DEFAULT_MODEL,
    termination: Math.max(0, ...hooks),
    ...model,
    startup,
    untilReady: untilReady(probes, startup),
  };
}
