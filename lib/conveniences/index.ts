import type { AutoscaledMlAppProps } from '../props/app';
import type { ResolvedApp } from '../resolve';
import { accelerator } from './accelerator';
import type { Convenience } from './convenience';
import { drain } from './drain';
import { imageRegistry } from './image-registry';
import { model } from './model';
import { sharedMemory } from './shared-memory';
import { spread } from './spread';
import { startupBudget } from './startup-budget';

const CONVENIENCES: readonly Convenience[] = [
  accelerator,
  model,
  sharedMemory,
  startupBudget,
  drain,
  spread,
  imageRegistry,
];

/** Says every convenience in Kubernetes' own fields; the renderers know none of them. */
export function applyConveniences(app: ResolvedApp, props: AutoscaledMlAppProps): ResolvedApp {
  return CONVENIENCES.reduce((changed, convenience) => convenience(changed, props), app);
}
