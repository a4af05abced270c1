import { amountsOf } from '../autoscaling/amounts';
import { behaviorOf } from '../autoscaling/autoscaler';
import { isResourceMetric, type Metric, metricsOf } from '../autoscaling/metrics';
import { highestRatio, scalesUp } from '../autoscaling/reachability';
import { tolerancesOf } from '../autoscaling/tolerance';
import { at, fields, type Manifest } from '../manifest';
import { isAutoscaler } from '../rules/manifest-set';
import { behaviorInWords } from './behavior';
import type { Consequence } from './consequence';
import type { Pair, Side } from './pairs';

/** Where scaling begins, in absolute units, and whether it can begin at all: a change of a request moves it, too. */
export function* scalings({ before, after }: Pair): Iterable<Consequence> {
  if (after === undefined || !isAutoscaler(after.manifest)) return;
  const [target, oldTarget] = [after, before].map((side) => side?.folder.set.targetOf(side.manifest));
  if (target === undefined) {
    if (oldTarget !== undefined) {
      yield {
        kind: 'scaling',
        message: 'what it scales is gone from the files: once that is deleted, nothing is scaled',
      };
    }
    return;
  }
  const is = thresholdsOf(after, target);
  const was = before === undefined || oldTarget === undefined ? [] : thresholdsOf(before, oldTarget);
  yield* thresholdChanges(was, is, before !== undefined);
  if (before !== undefined) yield* behaviorChanges(before, after);
}

function* thresholdChanges(
  was: readonly Threshold[],
  is: readonly Threshold[],
  isKnown: boolean,
): Iterable<Consequence> {
  for (const { name, text, isReachable } of is) {
    const other = was.find((each) => each.name === name);
    if (isKnown && (other === undefined || other.text !== text)) {
      yield {
        kind: 'scaling',
        message: `${startOf(name, text)}; ${other === undefined ? 'it was no metric before' : `was ${other.text ?? 'never'}`}`,
      };
    }
    if (!isReachable && other?.isReachable !== false) {
      yield {
        kind: 'scaling',
        message: `${name}: limits keep usage below the target, so that no pod is ever added`,
        wayOut: 'lower the target, or raise the limit',
      };
    }
    if (isReachable && other?.isReachable === false) {
      yield { kind: 'scaling', message: `${name}: the target can be reached now; limits kept usage below it` };
    }
  }
  for (const { name } of was) {
    if (!is.some((each) => each.name === name)) yield { kind: 'scaling', message: `${name} adds no pods any more` };
  }
}

function* behaviorChanges(before: Side, after: Side): Iterable<Consequence> {
  const [was, is] = [before, after].map(({ manifest, folder }) =>
    behaviorInWords(behaviorOf(manifest).value, folder.set.settings.kubernetes),
  );
  for (const [direction, words] of Object.entries(is ?? {})) {
    const ago = was?.[direction];
    if (words !== ago) yield { kind: 'scaling', message: `${direction} ${words}; was ${ago}` };
  }
}

function startOf(name: string, text: string | undefined): string {
  if (text === '') return `scales on ${name}`;
  return text === undefined
    ? `${name} adds no pods: it is a share of a request that a container has not`
    : `adds pods above ${text} of ${name} a pod`;
}

interface Threshold {
  readonly name: string;
  /** `350m`, `1.5 GiB`; nothing where it is a share of what is not said, empty where KEDA has words of its own for it. */
  readonly text: string | undefined;
  readonly isReachable: boolean;
}

function thresholdsOf({ manifest: autoscaler, folder }: Side, target: Manifest): Threshold[] {
  const { kubernetes } = folder.set.settings;
  const pod = fields(at(target, 'spec', 'template', 'spec'));
  const tolerances = tolerancesOf(behaviorOf(autoscaler).value, kubernetes);
  return metricsOf(autoscaler).map((metric) => {
    const amounts = amountsOf(pod, metric.name, kubernetes, metric.container);
    const highest = isResourceMetric(metric) ? highestRatio(metric, amounts) : undefined;
    return {
      name: metric.container === undefined ? metric.name : `${metric.name} of ${metric.container}`,
      text: thresholdOf(metric, amounts.without.length > 0 ? undefined : amounts.request),
      isReachable: highest === undefined || scalesUp(highest, tolerances, kubernetes),
    };
  });
}

function thresholdOf(metric: Metric, request: bigint | undefined): string | undefined {
  const { averageUtilization, averageValue, name, value } = metric;
  if (averageValue !== undefined) return inWords(name, Number(averageValue) / 1e9);
  if (averageUtilization === undefined)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (request === undefined) return undefined;
  return inWords(name, ((Number(request) / 1000) * averageUtilization) / 100);
}

function inWords(name: string, amount: number): string {
  if (name === 'memory') return `${Math.round((amount / 2 ** 30) * 100) / 100} GiB`;
  return name === 'cpu' ? `${Math.round(amount * 1000)}m` : String(amount);
}
