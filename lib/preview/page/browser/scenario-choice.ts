import type { Scenario } from '../data';
import { make } from './elements';

/** A control that chooses among scenarios; nothing where there is one alone. */
export function scenarioChoice(scenarios: readonly Scenario[], choose: (place: number) => void): HTMLElement[] {
  if (scenarios.length === 1) return [];
  const options = scenarios.map(({ name, variant }, index) =>
    make('option', { value: String(index) }, variant === undefined ? name : `${name}, ${variant}`),
  );
  const select = make('select', { id: 'scenario' }, ...options);
  select.addEventListener('input', () => choose(Number(select.value)));
  return [make('label', { for: select.id }, 'Autoscaler and variant'), select];
}
