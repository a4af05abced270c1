import { type Fields, fields, items, type Manifest } from '../manifest';
import { autoscalerForm } from './autoscaler-form';
import { containerForm } from './container-form';
import { amountsForm, compact, withDefaults } from './form';
import { networkPolicyForm, routeForm } from './network-form';
import { serviceForm } from './service-form';
import { volumeForm } from './volume-form';

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
  const form = FORMS[String(manifest.kind)];
  return compact(form === undefined ? own : form(own)) as Manifest;
}

type Form = (manifest: Manifest) => Manifest;

const FORMS: Readonly<Record<string, Form>> = {
  Deployment: workloadForm({
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    strategy: { type: 'RollingUpdate' },
  }),
  StatefulSet: workloadForm({
    replicas: 1,
    revisionHistoryLimit: 10,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate' },
  }),
  HorizontalPodAutoscaler: autoscalerForm,
  Service: serviceForm,
  ScaledObject: scaledObjectForm,
  PersistentVolumeClaim: (claim) => ({
    ...claim,
    spec: withDefaults(fields(claim.spec), { volumeMode: 'Filesystem' }),
  }),
  HTTPRoute: routeForm,
  NetworkPolicy: networkPolicyForm,
  Secret: (secret) => withDefaults(secret, { type: 'Opaque' }),
};

/** What the server writes into the metadata. */
export const SET_BY_SERVER: readonly string[] = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
];
/** What is asked for, but not compared. */
const GUARDS = 'finalizers';
const NOT_OURS =
  /^(?:kubectl\.kubernetes\.io\/|deployment\.kubernetes\.io\/revision$|autoscaling\.alpha\.kubernetes\.io\/)/;

function metadataForm(metadata: Fields): Fields {
  const { annotations, ...rest } = metadata;
  const own = Object.entries(rest).filter(([key]) => key !== GUARDS && !SET_BY_SERVER.includes(key));
  const kept = Object.entries(fields(annotations)).filter(([key]) => !NOT_OURS.test(key));
  return { ...Object.fromEntries(own), annotations: Object.fromEntries(kept) };
}

/** KEDA's own defaults, as its CustomResourceDefinition has them. */
function scaledObjectForm(scaled: Manifest): Manifest {
  const { fallback, ...spec } = fields(scaled.spec);
  if (fallback == null) return scaled;
  return { ...scaled, spec: { ...spec, fallback: withDefaults(fields(fallback), { behavior: 'static' }) } };
}

function workloadForm(defaults: Fields): Form {
  return (workload) => {
    const spec = withDefaults(fields(workload.spec), defaults);
    const template = fields(spec.template);
    const rolling = ['strategy', 'updateStrategy'].filter((field) => field in defaults);
    const strategies = rolling.map((field) => [field, strategyForm(fields(spec[field]), field)]);
    return {
      ...workload,
      spec: {
        ...spec,
        ...Object.fromEntries(strategies),
        template: {
          metadata: metadataForm(fields(template.metadata)),
          spec: podForm(fields(template.spec)),
        },
      },
    };
  };
}

function strategyForm(strategy: Fields, field: string): Fields {
  const said = withDefaults(strategy, { type: 'RollingUpdate' });
  if (said.type !== 'RollingUpdate') return said;
  const usual = field === 'strategy' ? { maxSurge: '25%', maxUnavailable: '25%' } : { partition: 0 };
  return { ...said, rollingUpdate: withDefaults(fields(said.rollingUpdate), usual) };
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
