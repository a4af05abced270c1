import { DEFAULT_BEHAVIOR, type ScalingRules } from '../autoscaling/controller/spec';
import { deadStartOf } from './dead-start';
import type { Setup } from './model';
import { untilReady } from './readiness';
import { parseSeconds } from './seconds';

/** What a variant may change: each takes a setup and a text, and gives nothing where the text is no value for it. */
const CHANGES: Readonly<Record<string, (setup: Setup, text: string) => Setup | undefined>> = {
  minReplicas: (setup, text) => withWhole(text, 0, (minReplicas) => withMinReplicas(setup, minReplicas)),
  maxReplicas: (setup, text) =>
    withWhole(text, 1, (maxReplicas) => ({ ...setup, spec: { ...setup.spec, maxReplicas } })),
  target: (setup, text) => withNumber(text, (amount) => withTarget(setup, amount)),
  cpuRequest: (setup, text) => withNumber(text, (cores) => withRequest(setup, cores)),
  cpuLimit: (setup, text) => withNumber(text, (cpuLimit) => ({ ...setup, pod: { ...setup.pod, cpuLimit } })),
  startup: (setup, text) => withTime(text, (startup) => withStartup(setup, startup)),
  scaleUpWindow: (setup, text) =>
    withTime(text, (stabilizationWindow) => withRules(setup, 'scaleUp', { stabilizationWindow })),
  scaleDownWindow: (setup, text) =>
    withTime(text, (stabilizationWindow) => withRules(setup, 'scaleDown', { stabilizationWindow })),
  replicas: (setup, text) => withWhole(text, 0, (initialReplicas) => ({ ...setup, initialReplicas })),
};

export const VARIABLES = Object.keys(CHANGES);

/** A setup with changes such as `maxReplicas=10,target=60`. Throws, saying what is wrong, where one makes no sense. */
export function vary(setup: Setup, text: string): Setup {
  let varied = setup;
  for (const part of text.split(',')) {
    const [key = '', value = ''] = part.split('=', 2);
    const change = Object.hasOwn(CHANGES, key) ? CHANGES[key] : undefined;
    if (change === undefined) throw new Error(`must set one of ${VARIABLES.join(', ')}, got ${JSON.stringify(part)}`);
    const changed = change(varied, value);
    if (changed === undefined)
      throw new Error(`${key} must be a number or a time that it can have, got ${JSON.stringify(value)}`);
    varied = changed;
  }
  const refused = refusedIn(varied) ?? deadStartOf(varied);
  if (refused !== undefined) throw new Error(refused);
  return varied;
}

/** As many pods as a cluster has room for. */
const MOST_PODS = 150_000;
/** The API server takes no more, in milliseconds. */
const LONGEST_WINDOW = 3_600_000;

/** What the API server would refuse, or would never work. */
function refusedIn({ spec, pod }: Setup): string | undefined {
  const { minReplicas, maxReplicas, metrics, behavior } = spec;
  if (minReplicas > maxReplicas) return `maxReplicas must be at least minReplicas (${minReplicas}), got ${maxReplicas}`;
  if (maxReplicas > MOST_PODS) return `maxReplicas must be at most ${MOST_PODS}, got ${maxReplicas}`;
  if (minReplicas === 0 && metrics.every(({ type }) => type !== 'Object' && type !== 'External')) {
    return 'minReplicas must be at least 1 without an Object or External metric, got 0';
  }
  const { type, amount } = metrics[0]?.target ?? {};
  if (type === 'Utilization' && !Number.isInteger(amount)) return `target must be a whole percentage, got ${amount}`;
  const { cpuRequest = 0, cpuLimit = Number.POSITIVE_INFINITY } = pod;
  if (pod.isAlone && cpuLimit < cpuRequest)
    return `cpuLimit must be at least the request (${cpuRequest}), got ${cpuLimit}`;
  const window = Math.max(behavior?.scaleUp.stabilizationWindow ?? 0, behavior?.scaleDown.stabilizationWindow ?? 0);
  return window > LONGEST_WINDOW ? `a window must be at most 1h, got ${window / 1000} s` : undefined;
}

function withWhole(text: string, least: number, make: (value: number) => Setup): Setup | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least ? make(value) : undefined;
}

function withNumber(text: string, make: (value: number) => Setup): Setup | undefined {
  const value = /^\d+(\.\d+)?m?$/.test(text)
    ? Number(text.replace('m', '')) / (text.endsWith('m') ? 1000 : 1)
    : Number.NaN;
  return value > 0 ? make(value) : undefined;
}

function withTime(text: string, make: (value: number) => Setup): Setup | undefined {
  const value = parseSeconds(text);
  return value === undefined ? undefined : make(value);
}

/** Where the pods begin as few as there may be, they still do. */
function withMinReplicas(setup: Setup, minReplicas: number): Setup {
  const { spec, initialReplicas } = setup;
  const isFewest = initialReplicas === Math.max(spec.minReplicas, 1);
  const begins = isFewest ? Math.max(minReplicas, 1) : Math.max(initialReplicas, minReplicas);
  return { ...setup, spec: { ...spec, minReplicas }, initialReplicas: begins };
}

/** Of the first metric: percent, or the amount itself. */
function withTarget(setup: Setup, amount: number): Setup {
  const metrics = setup.spec.metrics.map((metric, index) => {
    const isPercent = metric.target.type === 'Utilization';
    return index === 0
      ? { ...metric, target: { ...metric.target, amount: isPercent ? amount : amount * 1000 } }
      : metric;
  });
  return { ...setup, spec: { ...setup.spec, metrics } };
}

/** Of what the first metric of CPU looks at: the pod, or one of its containers. */
function withRequest(setup: Setup, cores: number): Setup {
  const place = setup.spec.metrics.findIndex(({ name }) => name === 'cpu');
  const before = setup.sources[place]?.request;
  const watched = (before ?? (setup.pod.cpuRequest ?? 0) * 1000) / 1000;
  const sources = setup.sources.map((source, index) =>
    index === place && before !== undefined ? { ...source, request: cores * 1000 } : source,
  );
  // The other containers ask for what they did.
  const cpuRequest = (setup.pod.cpuRequest ?? 0) + cores - watched;
  return { ...setup, sources, pod: { ...setup.pod, cpuRequest } };
}

function withStartup(setup: Setup, startup: number): Setup {
  return { ...setup, model: { ...setup.model, startup, untilReady: untilReady(setup.probes, startup) } };
}

export function withRules(setup: Setup, direction: 'scaleUp' | 'scaleDown', change: Partial<ScalingRules>): Setup {
  const behavior = setup.spec.behavior ?? DEFAULT_BEHAVIOR;
  return {
    ...setup,
    spec: { ...setup.spec, behavior: { ...behavior, [direction]: { ...behavior[direction], ...change } } },
  };
}
