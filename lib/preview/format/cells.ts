import type { DecisionRow } from '../decisions';
import { sayTime } from '../seconds';
import type { Summary } from '../summary';

export const DECISION_HEAD = ['at', 'pods', 'metric', 'usage/target', 'metrics ask', 'reasons'];

export function decisionCells({ time, from, to, metric, ratio, recommended, reasons }: DecisionRow): string[] {
  return [
    sayTime(time * 1000),
    `${from} -> ${to}`,
    metric,
    ratio === undefined || !Number.isFinite(ratio) ? '' : ratio.toFixed(2),
    recommended === undefined ? '' : String(recommended),
    reasons.join(', '),
  ];
}

/** What the summary says, in words: each line with how to read it from a summary. */
export const SUMMARY_LINES: readonly (readonly [string, (summary: Summary) => string])[] = [
  ['first pods added after', ({ firstScaleUp }) => seconds(firstScaleUp, 'never')],
  [
    'enough capacity after',
    ({ enoughCapacity, unserved }) => seconds(enoughCapacity, unserved === undefined ? '' : 'never'),
  ],
  ['back at rest after', ({ backToRest }) => seconds(backToRest, 'not yet')],
  ['most pods', ({ peakReplicas }) => String(peakReplicas)],
  ['time at maxReplicas', ({ atMaximum }) => sayTime(atMaximum * 1000)],
  ['load not served', ({ unserved }) => (unserved === undefined ? '' : `${(unserved * 100).toFixed(1)} %`)],
  ['time overloaded', ({ overloaded }) => seconds(overloaded, '')],
  [
    'longest queue',
    ({ longestQueue }) => (longestQueue === undefined ? '' : `${longestQueue.toFixed(0)} core-seconds`),
  ],
  ['pod-hours', ({ podHours }) => podHours.toFixed(2)],
  ['CPU-hours asked for', ({ cpuHours }) => (cpuHours === undefined ? 'no request' : cpuHours.toFixed(2))],
  ['GPU-hours', ({ gpuHours }) => (gpuHours === undefined ? '' : gpuHours.toFixed(2))],
  ['changes, turns', ({ changes, flaps }) => `${changes}, ${flaps}`],
];

function seconds(value: number | undefined, otherwise: string): string {
  return value === undefined ? otherwise : sayTime(value * 1000);
}

/** What held the number of pods where it was, and for how long. */
export function sayLimits({ limited }: Summary): string {
  const longest = Object.entries(limited).toSorted(([, a], [, b]) => b - a);
  return longest.map(([reason, time]) => `${reason} ${sayTime(time * 1000)}`).join('; ');
}

/** With what is too long for a table of many variants. */
export const ALL_SUMMARY_LINES = [...SUMMARY_LINES, ['held or limited by', sayLimits] as const];
