import { amountsOf } from '../autoscaling/amounts';
import { isResourceMetric, type Metric } from '../autoscaling/metrics';
import { at, fields, type Manifest } from '../manifest';
import { inThousandths, quantityOf } from '../quantity';
import type { ManifestSet } from './manifest-set';
import { fault, type Rule } from './rule';
import { metricsIn } from './scaled';

export const metricTargetUnit: Rule = {
  id: 'metric-target-unit',
  severity: 'warning',
  summary: 'An amount to aim at has the unit that is meant: CPU counts in cores, memory in bytes, a share from 0 to 1.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  *check(set) {
    for (const { autoscaler, metric } of metricsIn(set)) {
      const slip = isResourceMetric(metric) ? resourceSlip(set, autoscaler, metric) : shareSlip(metric);
      if (slip !== undefined) yield fault(autoscaler, metric, ...slip);
    }
  },
};

type Slip = readonly [must: string, fix: string];

const CORE = 1_000_000_000n;
/** No process that serves anything has less. */
const LEAST_MEMORY = 1_000_000_000n * 2n ** 20n;
/** More cores than any pod works with on average; and with a request, so many times what it asks for. */
const MOST_CORES = 100n * CORE;
const MOST_REQUESTS = 10n;

function resourceSlip(set: ManifestSet, autoscaler: Manifest, metric: Metric): Slip | undefined {
  const { name, averageValue, value } = metric;
  if (averageValue === undefined || averageValue <= 0n) return undefined;
  if (name === 'memory' && averageValue < LEAST_MEMORY) {
    const bytes = averageValue < CORE ? 'less than a byte' : `${averageValue / CORE} bytes`;
    return [
      `must be an amount of memory that a pod can live on: it is ${bytes}, so the app goes to its most pods at once`,
      `write it with a unit: '${String(value).replace(/\D+$/, '')}Mi'`,
    ];
  }
  if (name !== 'cpu' || !isTooMuch(averageValue, requestOf(set, autoscaler, metric))) return undefined;
  const cores = averageValue / CORE;
  return [
    `must be cores that a pod can use on average: it is ${cores} cores, which no load reaches`,
    cores <= 100n
      ? `write averageUtilization: ${cores} for ${cores} % of the request, or '${cores}m' for thousandths of a core`
      : `write '${cores}m' for thousandths of a core`,
  ];
}

function isTooMuch(averageValue: bigint, request: bigint | undefined): boolean {
  if (averageValue >= MOST_CORES) return true;
  return averageValue >= 10n * CORE && request !== undefined && inThousandths(averageValue) > MOST_REQUESTS * request;
}

function requestOf(set: ManifestSet, autoscaler: Manifest, { name, container }: Metric): bigint | undefined {
  const pod = fields(at(set.targetOf(autoscaler), 'spec', 'template', 'spec'));
  return amountsOf(pod, name, set.settings.kubernetes, container).request;
}

/** vLLM reports these as shares of 1, whatever `perc` says. */
const SHARES = /(gpu|kv|cpu)_cache_usage_perc$/;

function shareSlip({ name, value }: Metric): Slip | undefined {
  const quantity = quantityOf(value);
  if (!SHARES.test(name) || quantity === undefined || quantity <= CORE) return undefined;
  return ['must be at most 1: the metric is a share from 0 to 1, so no load reaches it', "write 80 % as '800m'"];
}
