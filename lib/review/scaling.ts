import { amountsOf } from '../autoscaling/amounts';
import { behaviorOf } from '../autoscaling/autoscaler';
import { isResourceMetric, type Metric, metricsOf } from '../autoscaling/metrics';
import { highestRatio, scalesUp } from '../autoscaling/reachability';
import { tolerancesOf } from '../autoscaling/tolerance';
import { at, fields, type Manifest } from '../manifest';
import type { ManifestSet } from '../rules/manifest-set';
import { objectOf } from '../rules/rule';
import type { Change } from './change';
import type { Consequence } from './consequence';

/** Where scaling begins, in absolute units, and whether it can begin at all: a change of a request moves it, too. */
export function* scalings({ pairs, before: old, after: young }: Change): Iterable<Consequence> {
  for (const { before, after } of pairs) {
    if (after === undefined || after.manifest.kind !== 'HorizontalPodAutoscaler') continue;
    const object = objectOf(after.manifest);
    const target = young.targetOf(after.manifest);
    if (target === undefined) {
      const had = before !== undefined && old.targetOf(before.manifest) !== undefined;
      if (had) yield { kind: 'scaling', object, message: 'what it scales is gone: nothing is scaled any more' };
      continue;
    }
    const is = thresholdsOf(young, after.manifest, target);
    const oldTarget = before === undefined ? undefined : old.targetOf(before.manifest);
    const was = before === undefined || oldTarget === undefined ? [] : thresholdsOf(old, before.manifest, oldTarget);
    for (const { name, text, isReachable } of is) {
      const other = was.find((each) => each.name === name);
      if (before !== undefined && other?.text !== text) {
        const ago = other === undefined ? 'it was no metric before' : `was ${other.text}`;
        yield { kind: 'scaling', object, message: `adds pods above ${text} of ${name} a pod; ${ago}` };
      }
      if (!isReachable && other?.isReachable !== false) {
        yield {
          kind: 'scaling',
          object,
          message: `${name}: limits keep usage below the target, so that no pod is ever added`,
          wayOut: 'lower the target, or raise the limit',
        };
      }
    }
    for (const { name } of was) {
      if (!is.some((each) => each.name === name))
        yield { kind: 'scaling', object, message: `${name} adds no pods any more` };
    }
  }
}

interface Threshold {
  readonly name: string;
  /** `350m`, `1.5 GiB`. */
  readonly text: string;
  readonly isReachable: boolean;
}

function thresholdsOf(set: ManifestSet, autoscaler: Manifest, target: Manifest): Threshold[] {
  const { kubernetes } = set.settings;
  const pod = fields(at(target, 'spec', 'template', 'spec'));
  const tolerances = tolerancesOf(behaviorOf(autoscaler).value, kubernetes);
  return metricsOf(autoscaler).map((metric) => {
    const amounts = amountsOf(pod, metric.name, kubernetes, metric.container);
    const highest = isResourceMetric(metric) ? highestRatio(metric, amounts) : undefined;
    return {
      name: metric.container === undefined ? metric.name : `${metric.name} of ${metric.container}`,
      text: thresholdOf(metric, amounts.request),
      isReachable: highest === undefined || scalesUp(highest, tolerances, kubernetes),
    };
  });
}

function thresholdOf(metric: Metric, request: bigint | undefined): string {
  const { averageUtilization, averageValue, name, value } = metric;
  if (averageValue !== undefined) return inWords(name, Number(averageValue) / 1e9);
  if (averageUtilization === undefined) return String(value);
  if (request === undefined) return `${averageUtilization} % of a request that is not said`;
  return inWords(name, ((Number(request) / 1000) * averageUtilization) / 100);
}

function inWords(name: string, amount: number): string {
  if (name === 'memory') return `${Math.round((amount / 2 ** 30) * 100) / 100} GiB`;
  return name === 'cpu' ? `${Math.round(amount * 1000)}m` : String(amount);
}
