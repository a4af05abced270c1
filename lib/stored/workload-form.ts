import { type Fields, fields, type Manifest } from '../manifest';
import { withDefaults } from './form';
import { templateForm } from './pod-form';

/** @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/v1/defaults.go */
export function deploymentForm(deployment: Manifest): Manifest {
  const defaults = { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 };
  return workloadForm(deployment, defaults, 'strategy', { maxSurge: '25%', maxUnavailable: '25%' });
}

export function statefulSetForm(set: Manifest): Manifest {
  const defaults = { replicas: 1, revisionHistoryLimit: 10, podManagementPolicy: 'OrderedReady' };
  return workloadForm(set, defaults, 'updateStrategy', { partition: 0 });
}

export function daemonSetForm(set: Manifest): Manifest {
  return workloadForm(set, { revisionHistoryLimit: 10 }, 'updateStrategy', { maxSurge: 0, maxUnavailable: 1 });
}

export function replicaSetForm(set: Manifest): Manifest {
  const spec = withDefaults(fields(set.spec), { replicas: 1 });
  return { ...set, spec: { ...spec, template: templateForm(fields(spec.template)) } };
}

function workloadForm(workload: Manifest, defaults: Fields, strategy: string, rolling: Fields): Manifest {
  const spec = withDefaults(fields(workload.spec), defaults);
  return {
    ...workload,
    spec: {
      ...spec,
      [strategy]: strategyForm(fields(spec[strategy]), rolling),
      template: templateForm(fields(spec.template)),
    },
  };
}

function strategyForm(strategy: Fields, usual: Fields): Fields {
  const said = withDefaults(strategy, { type: 'RollingUpdate' });
  if (said.type !== 'RollingUpdate') return said;
  return { ...said, rollingUpdate: withDefaults(fields(said.rollingUpdate), usual) };
}
