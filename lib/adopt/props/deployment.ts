import { type Code, call, type Entry } from '../code/code';
import { hasOnly, type Said, under } from '../said';
import { type Common, metadataProps } from './metadata';
import { asNumber, asNumberOrText, prop, secondsProps } from './values';

/** What concerns the Deployment as a whole. */
export function deploymentProps(deployment: Said, common: Common): Entry[] {
  const spec = under(deployment, 'spec');
  return [
    ...metadataProps(deployment, common),
    ...prop('initialReplicas', under(spec, 'replicas'), asNumber),
    ...prop('strategy', under(spec, 'strategy'), strategy),
    ...secondsProps(spec, { minReady: 'minReadySeconds', progressDeadline: 'progressDeadlineSeconds' }),
    ...prop('revisionHistoryLimit', under(spec, 'revisionHistoryLimit'), asNumber),
  ];
}

function strategy(said: Said): Code | undefined {
  const rolling = under(said, 'rollingUpdate');
  if (under(said, 'type').value === 'Recreate') return call('DeploymentStrategy.recreate');
  if (!hasOnly(rolling, 'maxSurge', 'maxUnavailable')) return undefined;
  const [surge, unavailable] = [under(rolling, 'maxSurge'), under(rolling, 'maxUnavailable')];
  return call('DeploymentStrategy.rollingUpdate', asNumberOrText(surge), asNumberOrText(unavailable));
}
