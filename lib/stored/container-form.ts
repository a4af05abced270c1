import { type Fields, fields, items } from '../manifest';
import { downwardForm } from './downward-form';
import { amountsForm, withDefaults } from './form';

/** A container as the server stores it. */
export function containerForm(container: Fields, pod: Fields): Fields {
  const usual = {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicyOf(String(container.image ?? '')),
  };
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].filter((name) => container[name] != null);
  return {
    ...withDefaults(container, usual),
    ...Object.fromEntries(probes.map((name) => [name, probeForm(fields(container[name]))])),
    lifecycle: lifecycleForm(fields(container.lifecycle)),
    resources: resourcesForm(fields(container.resources)),
    ports: items(container.ports).map((port) => portForm(fields(port), pod)),
    env: items(container.env).map((variable) => variableForm(fields(variable))),
  };
}

/** A tag that moves, or none, is looked for each time. */
export function pullPolicyOf(image: string): string {
  const name = image.split('/').at(-1) ?? '';
  if (name.includes('@')) return 'IfNotPresent';
  const [, tag = 'latest'] = name.split(':');
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

/** A limit is a request where there is none. */
function resourcesForm(resources: Fields): Fields {
  const limits = amountsForm(resources.limits);
  return { ...resources, limits, requests: { ...limits, ...amountsForm(resources.requests) } };
}

function portForm(port: Fields, { hostNetwork }: Fields): Fields {
  const usual = hostNetwork === true ? { protocol: 'TCP', hostPort: port.containerPort } : { protocol: 'TCP' };
  return withDefaults(port, usual);
}

function probeForm(probe: Fields): Fields {
  const usual = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
  const said = withDefaults(probe, usual);
  // No delay is the same as none said.
  return { ...said, ...handlerForm(probe), initialDelaySeconds: probe.initialDelaySeconds || undefined };
}

function handlerForm({ httpGet, grpc }: Fields): Fields {
  return {
    ...(httpGet == null ? {} : { httpGet: withDefaults(fields(httpGet), { path: '/', scheme: 'HTTP' }) }),
    ...(grpc == null ? {} : { grpc: withDefaults(fields(grpc), { service: '' }) }),
  };
}

function lifecycleForm(lifecycle: Fields): Fields {
  const hooks = Object.entries(lifecycle).map(([name, hook]) =>
    typeof hook === 'object' ? [name, { ...fields(hook), ...handlerForm(fields(hook)) }] : [name, hook],
  );
  return Object.fromEntries(hooks);
}

function variableForm(variable: Fields): Fields {
  const { valueFrom, value, ...rest } = variable;
  if (valueFrom == null) return { ...rest, value: value === '' ? undefined : value };
  return { ...rest, valueFrom: downwardForm(fields(valueFrom)) };
}
