import type { Setup } from './model';

/** Why no pod would ever serve, however many there are: a probe ends them while they start. Nothing where none does. */
export function deadStartOf({ model, startupBudget }: Setup): string | undefined {
  if (startupBudget === undefined || model.startup <= startupBudget.time) return undefined;
  return (
    `no pod would ever serve: it starts for ${model.startup / 1000} s, and the ${startupBudget.probe} ends it after ` +
    `${startupBudget.time / 1000} s; raise the failureThreshold of a startup probe`
  );
}
