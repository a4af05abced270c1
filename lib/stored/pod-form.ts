import { type Fields, fields, items } from '../manifest';
import { containerForm } from './container-form';
import { amountsForm, withDefaults } from './form';
import { metadataForm } from './metadata-form';
import { volumeForm } from './volume-form';

/** The template of pods, with the defaults of what is in it. */
export function templateForm(template: Fields): Fields {
  return { metadata: metadataForm(fields(template.metadata)), spec: podForm(fields(template.spec)) };
}

function podForm(pod: Fields): Fields {
  const account = pod.serviceAccountName ?? pod.serviceAccount;
  return {
    ...withDefaults(pod, {
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      terminationGracePeriodSeconds: 30,
    }),
    serviceAccountName: account,
    serviceAccount: account,
    resources: podResourcesForm(fields(pod.resources)),
    containers: items(pod.containers).map((container) => containerForm(fields(container), pod)),
    initContainers: items(pod.initContainers).map((container) => containerForm(fields(container), pod)),
    volumes: items(pod.volumes).map((volume) => volumeForm(fields(volume))),
  };
}

/** Of the pod as a whole. */
function podResourcesForm({ requests, limits, ...rest }: Fields): Fields {
  return { ...rest, requests: amountsForm(requests), limits: amountsForm(limits) };
}
