import { fields, type Manifest } from '../manifest';
import { autoscalerForm } from './autoscaler-form';
import { compact, withDefaults } from './form';
import { cronJobForm, jobForm } from './job-form';
import { metadataForm } from './metadata-form';
import { networkPolicyForm, routeForm } from './network-form';
import { serviceForm } from './service-form';
import { daemonSetForm, deploymentForm, replicaSetForm, statefulSetForm } from './workload-form';

/**
 * A manifest in the form in which two that the API server stores alike are equal: with the server's defaults, amounts in
 * one spelling, and without what the server alone sets. Of Deployments, Services, autoscalers and what stands beside them;
 * of other kinds only what the server sets is left out.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/v1/defaults.go
 */
export function storedForm(manifest: Manifest): Manifest {
  const { status: _status, metadata, ...rest } = manifest;
  const own = { ...rest, metadata: metadataForm(fields(metadata)) };
  const form = FORMS.get(manifest.kind);
  return compact(form === undefined ? own : form(own)) as Manifest;
}

type Form = (manifest: Manifest) => Manifest;

/** A map: a kind may be called as what every object inherits. */
const FORMS: ReadonlyMap<unknown, Form> = new Map<unknown, Form>(
  Object.entries({
    Deployment: deploymentForm,
    StatefulSet: statefulSetForm,
    DaemonSet: daemonSetForm,
    ReplicaSet: replicaSetForm,
    Job: jobForm,
    CronJob: cronJobForm,
    HorizontalPodAutoscaler: autoscalerForm,
    Service: serviceForm,
    ScaledObject: scaledObjectForm,
    PersistentVolumeClaim: (claim) => ({
      ...claim,
      spec: withDefaults(fields(claim.spec), { volumeMode: 'Filesystem' }),
    }),
    HTTPRoute: routeForm,
    NetworkPolicy: networkPolicyForm,
    Secret: secretForm,
    StorageClass: (storage) => withDefaults(storage, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
    PriorityClass: (priority) => withDefaults(priority, { preemptionPolicy: 'PreemptLowerPriority' }),
    RoleBinding: bindingForm,
    ClusterRoleBinding: bindingForm,
  }),
);

/** What is written as text is stored as all the rest. */
function secretForm({ stringData, data, ...secret }: Manifest): Manifest {
  const encoded = Object.entries(fields(stringData)).map(([key, text]) => [
    key,
    Buffer.from(String(text ?? '')).toString('base64'),
  ]);
  return { ...withDefaults(secret, { type: 'Opaque' }), data: { ...fields(data), ...Object.fromEntries(encoded) } };
}

function bindingForm({ roleRef, ...binding }: Manifest): Manifest {
  return { ...binding, roleRef: withDefaults(fields(roleRef), { apiGroup: 'rbac.authorization.k8s.io' }) };
}

/** KEDA's own defaults, as its CustomResourceDefinition has them. */
function scaledObjectForm(scaled: Manifest): Manifest {
  const { fallback, ...spec } = fields(scaled.spec);
  if (fallback == null) return scaled;
  return { ...scaled, spec: { ...spec, fallback: withDefaults(fields(fallback), { behavior: 'static' }) } };
}
