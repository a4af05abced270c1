import { printable } from '../../check/format/printable';
import type { AdoptedApp, Adoption } from '../adopt';

/** What to do with the program: how to see that it changes nothing, and how to be rid of `replicas`. */
export function nextSteps({ apps }: Adoption, outfile: string): string {
  const counted = apps.filter(({ replicas }) => typeof replicas === 'number');
  const steps = [
    'Next:',
    `  compile ${outfile} and run it: npx tsc && npx ml-app synth ${outfile.replace(/\.ts$/, '.js')} (where tsc puts it)`,
    '  kubectl diff -f dist           shows what an apply would change: nothing but what is listed above',
  ];
  return `${[...steps, ...(counted.length === 0 ? [] : replicasSteps(counted))].map(printable).join('\n')}\n`;
}

/**
 * To take `replicas` out of what is applied is to fall to 1 pod, once: `kubectl apply` removes what it applied before.
 * Unless it is made to forget that it did.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment
 */
function replicasSteps(apps: readonly AdoptedApp[]): string[] {
  const names = apps.map(({ name, namespace }) => (namespace === undefined ? name : `${name} in ${namespace}`));
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? `, and ${names.length - 10} more` : '');
  return [
    '',
    `replicas is kept, as it was: each apply sets the number of pods, whatever the autoscaler made of it (${shown}).`,
    'To leave that to the autoscaler, without falling to 1 pod once:',
    '  take initialReplicas out of the program, and synthesise again',
    '  kubectl apply set-last-applied -f dist --create-annotation',
    '                                 kubectl forgets that it ever set replicas; no pod changes',
    '  kubectl apply -f dist          from now on the autoscaler alone sets the number',
  ];
}
