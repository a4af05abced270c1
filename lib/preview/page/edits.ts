import { parseShape } from '../load-spec';
import type { Setup } from '../model';
import { VARIABLES, vary } from '../variant';
import { asCounted, withAppLoad } from './app-load';
import type { Scenario } from './data';
import type { Edits, FieldGroup } from './field';
import { editedShape } from './load-fields';
import { type Direction, firstPolicy, onlyPolicyOf, withPolicy } from './policy';

/** What the controls of these keys say is in seconds. */
const TIMES = ['startup', 'scaleUpWindow', 'scaleDownWindow'];

/** A scenario with what the controls say. Throws, saying what is wrong, where that makes no sense. */
export function edited(scenario: Scenario, perRequest: number, edits: Edits): Setup {
  let setup = withVariables(scenario.setup, edits);
  for (const direction of ['scaleUp', 'scaleDown'] as const)
    setup = withEditedPolicy(setup, scenario.setup, direction, edits);
  const shape = editedShape(scenario, perRequest, edits);
  return shape === undefined ? setup : withAppLoad(setup, asCounted(setup, parseShape(shape), perRequest));
}

function withVariables(setup: Setup, edits: Edits): Setup {
  const changes = VARIABLES.flatMap((key) => {
    const value = edits[key];
    return value === undefined || value === '' ? [] : [`${key}=${value}${TIMES.includes(key) ? 's' : ''}`];
  });
  const varied = changes.length === 0 ? setup : vary(setup, changes.join(','));
  return edits['cpuLimit'] === '' ? { ...varied, pod: { ...varied.pod, cpuLimit: undefined } } : varied;
}

function withEditedPolicy(setup: Setup, given: Setup, direction: Direction, edits: Edits): Setup {
  const type = edits[`${direction}.type`] ?? onlyPolicyOf(given, direction)?.type;
  if (type === 'Disabled') return withPolicy(setup, direction, undefined);
  if (type !== 'Pods' && type !== 'Percent') return setup;
  const first = firstPolicy(given, direction, type);
  const value = Number(edits[`${direction}.value`] ?? first.value);
  const period = Number(edits[`${direction}.period`] ?? first.period / 1000) * 1000;
  const isEdited = ['type', 'value', 'period'].some((part) => edits[`${direction}.${part}`] !== undefined);
  return isEdited ? withPolicy(setup, direction, { type, value, period }) : setup;
}

/** `Most pods (maxReplicas) 4 -> 10`: what differs from what was given, as far as it counts. */
export function sayEdits(groups: readonly FieldGroup[], edits: Edits): string[] {
  return groups
    .flatMap(({ fields }) => fields)
    .flatMap(({ key, label, given, choices }) => {
      const value = edits[key];
      if (value === undefined) return [];
      const nameOf = (text: string) => choices?.find(({ value }) => value === text)?.name ?? (text || 'none');
      return [`${label} ${nameOf(given)} -> ${nameOf(value)}`];
    });
}
