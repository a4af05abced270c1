import { claims, EXCLUSIVE } from './exclusive';
import type { AutoscaledMlAppProps } from './props/app';
import { seconds } from './seconds';

type Conflict = (props: AutoscaledMlAppProps) => string | undefined;

/** What no rule can see in the objects, since one of the two props leaves no trace in them. */
const CONFLICTS: readonly Conflict[] = [
  ...EXCLUSIVE.map(
    ({ prop, rival, reason, fix }): Conflict =>
      (props) => {
        if (!claims(props, prop) || !claims(props, rival)) return undefined;
        return tell(prop, `must not be set beside ${reason}`, fix);
      },
  ),
  ({ drain, pod }) => {
    const [wait, grace] = [seconds(drain), seconds(pod?.terminationGracePeriod)];
    if (wait === undefined || grace === undefined || grace > wait) return undefined;
    return tell(
      'pod.terminationGracePeriod',
      `must be longer than drain (${wait} s), since the pod is killed when it is over, got ${grace} s`,
      'make it longer, or leave it out',
    );
  },
  ({ startupBudget, deployment }) => {
    const [budget, deadline] = [seconds(startupBudget), seconds(deployment?.progressDeadline)];
    if (budget === undefined || deadline === undefined || deadline > budget) return undefined;
    return tell(
      'deployment.progressDeadline',
      `must be longer than startupBudget (${budget} s), since the rollout counts as failed when it is over, got ${deadline} s`,
      'make it longer, or leave it out',
    );
  },
];

/** Props that contradict each other, as a synth tells them. */
export function conflictsIn(props: AutoscaledMlAppProps): string[] {
  return CONFLICTS.map((conflict) => conflict(props)).filter((fault) => fault !== undefined);
}

function tell(prop: string, message: string, fix: string): string {
  return `${prop}: ${message}\n    fix: ${fix}`;
}
