import type { AutoscaledMlAppOptions } from './props/app';

type Prop = keyof AutoscaledMlAppOptions;

/** Two props of which one alone can count, and how it is told where both are said at once. */
export interface Exclusive {
  readonly prop: Prop;
  readonly rival: Prop;
  /** The rival, and why it leaves no room for the prop. */
  readonly reason: string;
  readonly fix: string;
}

export const EXCLUSIVE: readonly Exclusive[] = [
  {
    prop: 'metrics',
    rival: 'keda',
    reason: 'keda, which scales on its triggers',
    fix: 'say the metrics as triggers (KedaTrigger), or leave keda out',
  },
  {
    prop: 'drain',
    rival: 'preStop',
    reason: 'preStop, which it would replace',
    fix: 'leave one of the two out; a preStop of its own can wait, too',
  },
  ...(['ingress', 'httpRoute', 'serviceMonitor'] as const).map(
    (prop): Exclusive => ({
      prop,
      rival: 'createService',
      reason: 'createService: false, since it leads to the Service',
      fix: `leave ${prop} or createService out`,
    }),
  ),
];

/** Whether props say one so that its rivals have no room. `createService` takes none unless it is false. */
export function claims(props: AutoscaledMlAppOptions, prop: Prop): boolean {
  return prop === 'createService' ? props.createService === false : isSaid(props[prop]);
}

/** `null`, from plain JavaScript, says as little as `undefined`. */
export function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}
