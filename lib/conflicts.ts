import type { AutoscaledMlAppProps } from './props/app';

type Conflict = (props: AutoscaledMlAppProps) => string | undefined;

/** What no rule can see in the objects, since one of the two props leaves no trace in them. */
const CONFLICTS: readonly Conflict[] = [
  ({ keda, metrics }) =>
    keda && metrics
      ? tell(
          'metrics',
          'keda, which scales on its triggers',
          'say the metrics as triggers (KedaTrigger), or leave keda out',
        )
      : undefined,
  ...(['ingress', 'httpRoute', 'serviceMonitor'] as const).map(
    (needy): Conflict =>
      (props) => {
        if (props.createService !== false || props[needy] === undefined) return undefined;
        return tell(
          needy,
          'createService: false, since it leads to the Service',
          `leave ${needy} or createService out`,
        );
      },
  ),
];

/** Props that contradict each other, as a synth tells them. */
export function conflictsIn(props: AutoscaledMlAppProps): string[] {
  return CONFLICTS.map((conflict) => conflict(props)).filter((fault) => fault !== undefined);
}

function tell(prop: string, other: string, fix: string): string {
  return `${prop}: must not be set beside ${other}\n    fix: ${fix}`;
}
