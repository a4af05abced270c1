import { peakOf } from '../load';
import { shapes } from '../load-spec';
import type { Setup } from '../model';
import { parseSeconds, sayTime } from '../seconds';
import { appLoadOf } from './app-load';
import type { Scenario } from './data';
import type { Edits, Field } from './field';

/** The load as it is, of whatever kind. */
export const AS_GIVEN = 'given';

const LABELS: Readonly<Record<string, string>> = {
  from: 'Load before and after',
  to: 'Load at the top',
  at: 'Begins after',
  over: 'Rises for',
  for: 'Stays for',
  low: 'Lowest load',
  high: 'Highest load',
  peak: 'Highest at',
  c: 'Clients',
  t: 'Lasts',
  days: 'Days',
};

/** Settings in the unit of the load, and those that are as high as what was given, where nothing else was said. */
const AMOUNTS = ['from', 'to', 'low', 'high'];
const PEAKS = ['to', 'high', 'c'];

/** A month is as long as one waits for. */
const MOST: Readonly<Record<string, number>> = { days: 31 };

/** How a unit of time is called, how long it is, and how much of it makes sense: a week. */
const UNITS: Readonly<Record<string, { readonly name: string; readonly length: number; readonly most: number }>> = {
  s: { name: 's', length: 1000, most: 7 * 86_400 },
  m: { name: 'min', length: 60_000, most: 7 * 1440 },
  h: { name: 'h', length: 3_600_000, most: 7 * 24 },
};

/** The kind of the load, and the settings of that kind. */
export function loadFields(scenario: Scenario, perRequest: number, edits: Edits): Field[] {
  const given = kindOf(scenario);
  const choices = Object.keys(shapes()).map((shape) => ({ value: shape, name: shape }));
  const kind: Field = {
    key: 'load',
    label: 'Load shape',
    given,
    choices: given === AS_GIVEN ? [{ value: AS_GIVEN, name: sayLoad(scenario.setup) }, ...choices] : choices,
  };
  return [kind, ...settingFields(scenario, perRequest, edits['load'] ?? given)];
}

/** What the controls say of the load, as `--load` takes it; nothing where they leave it as it is. */
export function editedShape(scenario: Scenario, perRequest: number, edits: Edits): string | undefined {
  const kind = edits['load'] ?? kindOf(scenario);
  if (kind === AS_GIVEN) return undefined;
  const fields = settingFields(scenario, perRequest, kind);
  if (kind === kindOf(scenario) && fields.every(({ key }) => edits[key] === undefined)) return undefined;
  const defaults = shapes()[kind] ?? {};
  const settings = Object.entries(defaults).map(([name, value], index) => {
    const field = fields[index];
    const unit = parseSeconds(value) === undefined ? '' : unitOf(value);
    return `${name}=${edits[field?.key ?? ''] ?? field?.given}${unit}`;
  });
  return `${kind}:${settings.join(',')}`;
}

function kindOf({ shape }: Scenario): string {
  return shape?.split(':', 1)[0] ?? AS_GIVEN;
}

function settingFields(scenario: Scenario, perRequest: number, kind: string): Field[] {
  const said = kind === kindOf(scenario) ? settingsIn(scenario.shape ?? '') : {};
  return Object.entries(shapes()[kind] ?? {}).map(([name, usual]) => {
    const key = `load.${kind}.${name}`;
    const label = LABELS[name] ?? name;
    if (parseSeconds(usual) === undefined) {
      const given = said[name] ?? (PEAKS.includes(name) ? peakSaid(scenario.setup, perRequest) : usual);
      const unit = AMOUNTS.includes(name) ? `, ${loadUnit(scenario.setup, perRequest)}` : '';
      return { key, label: label + unit, given, least: 0, most: atLeast(given, MOST[name]), step: stepFor(given) };
    }
    const { name: unit, length, most } = UNITS[unitOf(usual)] ?? { name: 's', length: 1000, most: 86_400 };
    const given = String((parseSeconds(said[name] ?? usual) ?? 0) / length);
    return { key, label: `${label}, ${unit}`, given, least: 0, most: atLeast(given, most), step: stepFor(given) };
  });
}

/** What is given is never too much. */
export function atLeast(given: string, most: number | undefined): number | undefined {
  return most === undefined ? undefined : Math.max(most, Number(given));
}

function unitOf(time: string): string {
  return time.replace(/^.*\d/, '');
}

function settingsIn(shape: string): Record<string, string> {
  const [, said = ''] = shape.split(':');
  return Object.fromEntries(said.split(',').map((part) => part.split('=')));
}

/** Of another kind of load, what is played now is a fair beginning. */
function peakSaid(setup: Setup, perRequest: number): string {
  const load = appLoadOf(setup);
  return load === undefined
    ? '1'
    : String(Number((peakOf(load) / (setup.cpuLoad === undefined ? 1 : perRequest)).toPrecision(3)));
}

/** What loads are counted in. */
export function loadUnit({ cpuLoad, loadMetric, spec }: Setup, perRequest: number): string {
  if (cpuLoad === undefined) return spec.metrics[loadMetric ?? 0]?.name ?? '';
  return perRequest === 1 ? 'cores' : 'requests/s';
}

function sayLoad(setup: Setup): string {
  const { times = [], end = 0 } = appLoadOf(setup) ?? {};
  const last = Number.isFinite(end) ? end : (times.at(-1) ?? 0);
  return `as given (${sayTime(last)})`;
}

/** A tenth, or a tenth of that, as many digits as the number has; whole numbers go by ones. */
export function stepFor(given: string): number {
  const [, decimals = ''] = given.split('.');
  return Number((10 ** -decimals.length).toFixed(decimals.length));
}
