import { at, items } from '../manifest';
import { containersWith, type Pod } from './pods';
import { fault, type Rule } from './rule';

const DEFAULT_GRACE_SECONDS = 30;
const SECONDS_OF_UNIT: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };

export const preStopGracePeriod: Rule = {
  id: 'pre-stop-grace-period',
  severity: 'warning',
  summary:
    'A preStop hook is over well before the grace period is: it counts from the same moment, and what is left is all that the process has to end in.',
  source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-execution',
  *check(set) {
    for (const container of containersWith(set, 'lifecycle')) {
      const grace = gracePeriodOf(container.pod);
      const { path, value, seconds, isRefusedOver } = sleepOf(container.fields, container.path);
      if (seconds === undefined || seconds < grace || (isRefusedOver && seconds > grace)) continue;
      yield fault(
        container.manifest,
        { path, value },
        `must be over before the grace period of ${grace} s ends: it sleeps for ${seconds} s, and then the process is killed with its requests`,
        `set terminationGracePeriodSeconds to ${seconds + DEFAULT_GRACE_SECONDS}, or sleep for less`,
      );
    }
  },
};

function gracePeriodOf({ spec: { terminationGracePeriodSeconds } }: Pod): number {
  return typeof terminationGracePeriodSeconds === 'number' ? terminationGracePeriodSeconds : DEFAULT_GRACE_SECONDS;
}

function sleepOf(container: unknown, path: string) {
  const hook = at(container, 'lifecycle', 'preStop');
  const sleep = at(hook, 'sleep', 'seconds');
  if (typeof sleep === 'number') {
    return { path: `${path}.lifecycle.preStop.sleep.seconds`, value: sleep, seconds: sleep, isRefusedOver: true };
  }
  const command = at(hook, 'exec', 'command');
  const seconds = sleptIn(items(command).map(String));
  return { path: `${path}.lifecycle.preStop.exec.command`, value: command, seconds, isRefusedOver: false };
}

/** The longest single sleep of a command: `sleep 30`, or a shell that does it among other things. */
function sleptIn(command: readonly string[]): number | undefined {
  const script = command[command.indexOf('-c') + 1];
  const parts = command.includes('-c') ? (script ?? '').split(/[;&|()\n]+/) : [command.join(' ')];
  const seconds = parts.flatMap((part) => {
    const [, digits, unit = ''] = /^\s*(?:exec\s+)?(?:\/\S*\/)?sleep\s+(\d+)([smh]?)\s*$/.exec(part) ?? [];
    return digits === undefined ? [] : [Number(digits) * (SECONDS_OF_UNIT[unit] ?? 1)];
  });
  return seconds.length > 0 ? seconds.reduce((longest, each) => Math.max(longest, each)) : undefined;
}
