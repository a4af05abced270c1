import { ACKNOWLEDGE } from '../../acknowledge';
import { fields } from '../../manifest';
import { type Entry, entry, type Group, plain, text } from '../code/code';
import { isSaid, itemsOf, type Said, under } from '../said';
import { containerProps } from './container';
import { deploymentProps } from './deployment';
import { kedaProps } from './keda';
import { type Common, commonOf, commonProp, recordProp } from './metadata';
import { podProps } from './pod';
import { saysResource } from './resources';
import { scalingProps } from './scaling';
import { serviceProps } from './service';

/** The objects of one app. */
export interface AppObjects {
  readonly deployment: Said;
  /** A HorizontalPodAutoscaler, or a ScaledObject of KEDA. */
  readonly autoscaler: Said;
  readonly services: readonly Said[];
}

/** The props that come closest to the objects of an app; what they can't say is left for patches. */
export function appProps(id: string, app: AppObjects): Entry[] {
  const { deployment, autoscaler, services } = app;
  const [service, ...additional] = services;
  const common = commonOfApp(app);
  const template = under(deployment, 'spec', 'template');
  const container = itemsOf(under(template, 'spec', 'containers'))[0] ?? under(template, 'spec', 'containers');
  const selector = fields(under(deployment, 'spec', 'selector', 'matchLabels').value);
  const podLabels = recordProp('labels', under(template, 'metadata', 'labels'), { ...common.labels, ...selector });
  const serving = containerProps(container);
  const ports = serving.some(({ name }) => name === 'ports') ? [] : entry('ports', { kind: 'list', items: [] });
  return [
    ...(id === common.name ? [] : entry('name', text(common.name), under(deployment, 'metadata', 'name'))),
    ...textProp('namespace', under(deployment, 'metadata', 'namespace')),
    ...commonProp('labels', under(deployment, 'metadata', 'labels'), common.labels),
    ...commonProp('annotations', under(deployment, 'metadata', 'annotations'), common.annotations),
    ...selectorProp(selector, common.name, deployment),
    ...containerName(container, common.name),
    ...serving,
    ...(service === undefined ? [] : ports),
    ...defaultResources(container, template),
    ...groupOf('pod', [...podLabels, ...podProps(template)], template),
    ...withAcknowledgements(deploymentProps(deployment, common), deployment),
    ...(autoscaler.object.manifest.kind === 'ScaledObject' ? kedaProps : scalingProps)(autoscaler, common),
    ...(service === undefined
      ? entry('createService', plain(false))
      : groupOf('service', serviceProps(service, common, selector), service)),
    ...additionalServices(additional, common, selector),
  ];
}

/** What the name of the Deployment, and all labels and annotations that its objects share, say once. */
export function commonOfApp({ deployment, autoscaler, services }: AppObjects): Common {
  const objects = [deployment, autoscaler, ...services];
  const podLabels = under(deployment, 'spec', 'template', 'metadata', 'labels');
  return {
    name: String(under(deployment, 'metadata', 'name').value),
    labels: commonOf([...objects.map((object) => under(object, 'metadata', 'labels')), podLabels]),
    annotations: commonOf(objects.map((object) => under(object, 'metadata', 'annotations'))),
  };
}

function selectorProp(selector: Readonly<Record<string, unknown>>, name: string, deployment: Said): Entry[] {
  const isUsual = Object.keys(selector).length === 1 && selector.app === name;
  return isUsual ? [] : recordProp('selector', under(deployment, 'spec', 'selector', 'matchLabels'), {});
}

function containerName(container: Said, appName: string): Entry[] {
  const name = under(container, 'name');
  return name.value === appName ? [] : textProp('containerName', name);
}

/** A resource of which nothing is said would get the sizing of the reference app. */
function defaultResources(container: Said, template: Said): Entry[] {
  const resources = [under(container, 'resources'), under(template, 'spec', 'resources')];
  const isComplete = ['cpu', 'memory'].every((resource) => resources.some((each) => saysResource(each, resource)));
  return isComplete ? [] : entry('defaultResources', plain(false));
}

/** Acknowledgements stand in the annotations of the Deployment, and have a prop of their own. */
function withAcknowledgements(props: readonly Entry[], deployment: Said): Entry[] {
  const annotations = props.find(({ name }) => name === 'annotations');
  const all = annotations?.code.kind === 'group' ? annotations.code.entries : [];
  const reasons = all.filter(({ name }) => name.startsWith(ACKNOWLEDGE));
  if (reasons.length === 0) return groupOf('deployment', props, deployment);
  const others = all.filter((each) => !reasons.includes(each));
  const rest = props.filter((each) => each !== annotations);
  const kept = others.length === 0 ? rest : [...rest, ...groupOf('annotations', others, annotations?.said)];
  const named = reasons.map((reason) => ({ ...reason, name: reason.name.slice(ACKNOWLEDGE.length) }));
  return [...groupOf('deployment', kept, deployment), ...groupOf('acknowledge', named, annotations?.said)];
}

function additionalServices(
  services: readonly Said[],
  common: Common,
  selector: Readonly<Record<string, unknown>>,
): Entry[] {
  const items = services.map((service) => {
    const props = serviceProps(service, common, selector);
    // The name is asked for, though it be that of the app.
    const named = props.some(({ name }) => name === 'name')
      ? props
      : [...textProp('name', under(service, 'metadata', 'name')), ...props];
    const code: Group = { kind: 'group', entries: named };
    return { code, said: service };
  });
  return items.length === 0 ? [] : entry('additionalServices', { kind: 'list', items });
}

function textProp(prop: string, said: Said): Entry[] {
  return isSaid(said) && typeof said.value === 'string' ? entry(prop, text(said.value), said) : [];
}

function groupOf(prop: string, entries: readonly Entry[], said?: Said): Entry[] {
  return entries.length === 0 ? [] : entry(prop, { kind: 'group', entries }, said);
}
