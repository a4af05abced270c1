import { UnhealthyPodEvictionPolicy } from '../../props/disruption-budget';
import { type Code, call, type Entry, name } from '../code/code';
import { isSaid, itemsOf, type Said, under } from '../said';
import { asGroupsOf } from './container';
import { type Common, metadataProps } from './metadata';
import { asConstant, asNumberOrText, asText, asTexts, asTyped, prop } from './values';

/** An object beside the app that one of its props may say; whether it does, the comparison tells. */
export interface Neighbour {
  readonly prop: string;
  /** The construct that makes it, below that of the app. */
  readonly child: string;
  /** What it has in common with its app. */
  readonly tie: (said: Said) => Tie;
  readonly convert: (said: Said, common: Common) => Code | undefined;
}

/** What leads from an object to an app: the labels of its pods, the name of its Service, or the label that finds that. */
export interface Tie {
  readonly by: 'pods' | 'service' | 'service labels';
  readonly value: unknown;
}

const NEIGHBOURS: Readonly<Record<string, Neighbour>> = {
  PodDisruptionBudget: {
    prop: 'disruptionBudget',
    child: 'DisruptionBudget',
    tie: byPods('selector'),
    convert: budget,
  },
  Ingress: {
    prop: 'ingress',
    child: 'Ingress',
    tie: (said) => ({ by: 'service', value: under(firstPath(said), 'backend', 'service', 'name').value }),
    convert: (said, common) => {
      return grouped([
        ...metadataProps(said, common),
        ...prop('host', under(firstRule(said), 'host'), asText),
        ...prop('path', under(firstPath(said), 'path'), asText),
        ...prop('ingressClassName', under(said, 'spec', 'ingressClassName'), asText),
        ...prop('tlsSecretName', under(first(under(said, 'spec'), 'tls'), 'secretName'), asText),
      ]);
    },
  },
  HTTPRoute: {
    prop: 'httpRoute',
    child: 'HttpRoute',
    tie: (said) => ({ by: 'service', value: under(first(firstRule(said), 'backendRefs'), 'name').value }),
    convert: (said, common) => {
      return grouped([
        ...metadataProps(said, common),
        ...prop('parentRefs', under(said, 'spec', 'parentRefs'), asGroupsOf(parentProps)),
        ...prop('hostnames', under(said, 'spec', 'hostnames'), asTexts),
        ...prop('path', under(first(firstRule(said), 'matches'), 'path', 'value'), asText),
      ]);
    },
  },
  PodMonitor: {
    prop: 'podMonitor',
    child: 'PodMonitor',
    tie: byPods('selector'),
    convert: (said, common) => monitor(said, common, 'podMetricsEndpoints'),
  },
  ServiceMonitor: {
    prop: 'serviceMonitor',
    child: 'ServiceMonitor',
    tie: (said) => ({ by: 'service labels', value: under(said, 'spec', 'selector', 'matchLabels').value }),
    convert: (said, common) => monitor(said, common, 'endpoints'),
  },
  NetworkPolicy: {
    prop: 'networkPolicy',
    child: 'NetworkPolicy',
    tie: byPods('podSelector'),
    convert: (said, common) => {
      const rules = itemsOf(under(said, 'spec', 'ingress'));
      const from = rules[0] && under(rules[0], 'from');
      const peers =
        rules.length === 0 ? NOBODY : from && prop('from', from, asTyped('[networking.v1.NetworkPolicyPeer'));
      return grouped([...metadataProps(said, common), ...(peers ?? [])]);
    },
  },
};

/** What an app knows of a kind; nothing of others, whatever they are called. */
export function neighbourOf(kind: unknown): Neighbour | undefined {
  return Object.hasOwn(NEIGHBOURS, String(kind)) ? NEIGHBOURS[String(kind)] : undefined;
}

const NOBODY: readonly Entry[] = [{ name: 'from', code: { kind: 'list', items: [] } }];

function byPods(selector: string): Neighbour['tie'] {
  return (said) => ({ by: 'pods', value: under(said, 'spec', selector, 'matchLabels').value });
}

function first(said: Said, list: string): Said {
  return itemsOf(under(said, list))[0] ?? { ...under(said, list), value: undefined };
}

function firstRule(said: Said): Said {
  return first(under(said, 'spec'), 'rules');
}

function firstPath(ingress: Said): Said {
  return first(under(firstRule(ingress), 'http'), 'paths');
}

function grouped(entries: readonly Entry[]): Code {
  return { kind: 'group', entries };
}

function budget(said: Said): Code | undefined {
  const spec = under(said, 'spec');
  const policy = under(spec, 'unhealthyPodEvictionPolicy');
  const constant = isSaid(policy)
    ? asConstant('UnhealthyPodEvictionPolicy', UnhealthyPodEvictionPolicy)(policy)
    : undefined;
  const [most, least] = [under(spec, 'maxUnavailable'), under(spec, 'minAvailable')];
  if (isSaid(most) === isSaid(least)) return undefined;
  const pods = asNumberOrText(isSaid(most) ? most : least);
  return pods && call(`DisruptionBudget.${isSaid(most) ? 'maxUnavailable' : 'minAvailable'}`, pods, constant);
}

function parentProps(parent: Said): Entry[] {
  return ['name', 'namespace', 'sectionName'].flatMap((field) => prop(field, under(parent, field), asText));
}

function monitor(said: Said, common: Common, list: string): Code | undefined {
  const [endpoint, ...others] = itemsOf(under(said, 'spec', list));
  if (endpoint === undefined || others.length > 0) return undefined;
  return grouped([
    ...metadataProps(said, common),
    ...prop('port', under(endpoint, 'port'), asText),
    ...prop('path', under(endpoint, 'path'), asText),
    ...prop('interval', under(endpoint, 'interval'), wholeSeconds),
  ]);
}

/** What Prometheus calls `15s`. */
function wholeSeconds({ value }: Said): Code | undefined {
  const [, seconds] = /^(\d+)s$/.exec(String(value)) ?? [];
  return seconds === undefined ? undefined : call('Duration.seconds', name(seconds));
}
