import type { AutoscaledMlAppProps } from '../props/app';
import type { ResolvedApp } from '../resolve';

/** Says a convenience in Kubernetes' own fields. Changes nothing where it was not asked for. */
export type Convenience = (app: ResolvedApp, props: AutoscaledMlAppProps) => ResolvedApp;
