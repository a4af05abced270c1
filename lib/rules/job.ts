import { at, fields, isKind, nameOf } from '../manifest';
import { DNS_LABEL } from '../names';
import { isInteger } from './integer';
import { type JobSpec, jobSpecsOf } from './job-specs';
import { labelSelectorFaults, selectorFinds } from './label-selector';
import { nonNegativeFaults } from './non-negative';
import { type Fault, fault, type Rule } from './rule';

export const job: Rule = {
  id: 'job',
  severity: 'error',
  summary:
    'A Job has numbers of 0 and more, a number of completions where each has an index, and no selector of its own.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
  *check(set) {
    for (const each of jobSpecsOf(set)) {
      yield* nonNegativeFaults(each.manifest, each.path, each.spec, NUMBERS);
      yield* completionFaults(each);
      if (isKind(each.manifest, 'CronJob')) {
        yield* strayFaults(each);
      } else {
        if (each.spec.manualSelector !== true) yield* generatedFaults(each);
        yield* hostnameFaults(each);
      }
    }
  },
};

const NUMBERS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
];

const MODES = ['NonIndexed', 'Indexed'];
const MOST_INDEXED_PODS = 100_000;

function* completionFaults({ manifest, path, spec }: JobSpec): Iterable<Fault> {
  const { completionMode, completions, parallelism } = spec;
  if (!MODES.includes(String(completionMode ?? 'NonIndexed'))) {
    const where = { path: `${path}.completionMode`, value: completionMode };
    yield fault(manifest, where, `must be one of ${MODES.join(', ')}`, 'leave it out for NonIndexed');
  }
  if (completionMode !== 'Indexed') return;
  if (isUnsaid(completions) && !isUnsaid(parallelism)) {
    const where = { path: `${path}.completions`, value: completions };
    yield fault(manifest, where, 'must be set, since completionMode is Indexed', 'write how many indexes there are');
  }
  if (isInteger(parallelism, MOST_INDEXED_PODS + 1)) {
    const where = { path: `${path}.parallelism`, value: parallelism };
    const must = `must be at most ${MOST_INDEXED_PODS}, since completionMode is Indexed`;
    yield fault(manifest, where, must, 'lower it');
  }
}

/** Both unsaid are 1. */
function isUnsaid(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Each Job of a CronJob has a selector that the API server makes. */
function* strayFaults({ manifest, path, spec }: JobSpec): Iterable<Fault> {
  const where = { path: `${path}.selector`, value: spec.selector };
  if (!isUnsaid(spec.selector)) yield fault(manifest, where, GENERATED, FIX);
  if (spec.manualSelector !== true) return;
  yield fault(manifest, { path: `${path}.manualSelector`, value: true }, 'must not be true in a CronJob', FIX);
}

const GENERATED = 'must not be set, since the API server makes it';
const FIX = 'leave it out, as all that the API server makes itself';

const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];

/** The API server makes the selector and the labels that it finds, from a UID that nobody can know before. */
function* generatedFaults({ manifest, spec }: JobSpec): Iterable<Fault> {
  const path = 'spec.template.metadata.labels';
  const labels = fields(at(spec.template, 'metadata', 'labels'));
  for (const label of UID_LABELS.filter((each) => each in labels)) {
    const where = { path: `${path}[${label}]`, value: labels[label] };
    yield fault(manifest, where, GENERATED, FIX);
  }
  for (const label of NAME_LABELS.filter((each) => each in labels && labels[each] !== nameOf(manifest))) {
    const where = { path: `${path}[${label}]`, value: labels[label] };
    yield fault(manifest, where, 'must be the name of the Job', FIX);
  }
  const generated = Object.fromEntries([
    ...NAME_LABELS.map((each) => [each, nameOf(manifest)]),
    ...UID_LABELS.map((each) => [each, 'a new UID']),
  ]);
  const selector = { path: 'spec.selector', value: spec.selector };
  const faults = Array.from(labelSelectorFaults(manifest, selector));
  yield* faults;
  // It is held against what the API server makes, and against all labels of the pods.
  const findsAll = [generated, { ...labels, ...generated }].every((each) => selectorFinds(spec.selector, each));
  if (faults.length === 0 && !findsAll) yield fault(manifest, selector, GENERATED, FIX);
}

/** The pods of an indexed Job are called by its name and their index. */
function* hostnameFaults({ manifest, spec }: JobSpec): Iterable<Fault> {
  const { completionMode, completions } = spec;
  if (completionMode !== 'Indexed' || !isInteger(completions, 1)) return;
  const name = nameOf(manifest);
  if (name === '' || DNS_LABEL.matches(`${name}-${completions - 1}`)) return;
  const must = `must leave room for the index of a pod, and be ${DNS_LABEL.description}`;
  yield fault(manifest, { path: 'metadata.name', value: name }, must, 'shorten it, and leave out dots');
}
