import { child, isSet } from './located';
import { podField } from './pod-field';
import { podsOf } from './pods';
import { fault, type Rule } from './rule';

export const windowsHostProcess: Rule = {
  id: 'windows-host-process',
  severity: 'error',
  summary: 'In a pod with a host process of Windows, every container is one, and the pod has the network of the host.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/',
  *check(set) {
    for (const pod of podsOf(set)) {
      const { manifest } = pod;
      const whole = hostProcessOf(podField(pod, 'securityContext'));
      const each = pod.containers.map((container) => hostProcessOf(child(container, 'securityContext')));
      for (const own of each) {
        if (!isSet(whole.value) || !isSet(own.value) || whole.value === own.value) continue;
        yield fault(manifest, own, `must be as in the pod (${whole.value})`, 'say it in the pod alone');
      }
      const processes = each.filter((own) => (isSet(own.value) ? own.value : whole.value) === true);
      if (processes.length === 0) continue;
      if (processes.length < each.length) {
        const where = { path: pod.path, value: `${processes.length} of ${each.length} containers` };
        yield fault(manifest, where, 'must have host processes only', 'set hostProcess for the pod as a whole');
      }
      const network = podField(pod, 'hostNetwork');
      if (network.value !== true) {
        yield fault(manifest, network, 'must be true, since a container is a host process', 'write hostNetwork: true');
      }
    }
  },
};

function hostProcessOf(context: { path: string; value: unknown }) {
  return child(child(context, 'windowsOptions'), 'hostProcess');
}
