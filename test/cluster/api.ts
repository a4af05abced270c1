import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import type { Manifest } from '../../lib/manifest';
import { at, fields, items, nameOf, namespaceOf } from '../../lib/manifest';
import type { ClusterAddress } from './cluster';

/** What the API server says of an object: nothing where it takes it, or why it does not. */
export type Verdict = { readonly refused: false } | { readonly refused: true; readonly reason: string };

/** What a server says of its own network alone: another one may have both IP families, or that address. */
const ABOUT_ITS_NETWORK = /not configured (on this cluster|for dual-stack services)|failed to allocate IP/;

/** Whether an object is refused for the network of the cluster: no check of files can tell. */
export function isAboutNetwork(verdict: Verdict): boolean {
  return verdict.refused && ABOUT_ITS_NETWORK.test(verdict.reason);
}

interface Resource {
  readonly path: string;
  readonly namespaced: boolean;
}

/** Asks an API server about thousands of objects: one connection, where kubectl would be a process each. */
export class Api {
  private readonly agent = new Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 8 });
  private readonly server: string;
  private readonly token: string;
  private readonly discovered = new Map<string, Promise<ReadonlyMap<string, Resource>>>();

  constructor(public readonly address: ClusterAddress) {
    const { clusters, users } = JSON.parse(readFileSync(address.kubeconfig, 'utf8'));
    this.server = clusters[0].cluster.server;
    this.token = users[0].user.token;
  }

  /** Whether the server would take an object, as strictly as kubectl asks; nothing is stored, or nothing stays. */
  public async judge(object: Manifest, namespace: string): Promise<Verdict> {
    const { apiVersion, kind } = object;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return refused('apiVersion and kind must be text');
    const resource = (await this.resources(apiVersion)).get(kind);
    if (resource === undefined) return refused(`no matches for kind ${kind} in version ${apiVersion}`);
    // kubectl finds these two itself.
    if (nameOf(object) === '' && !at(object, 'metadata', 'generateName'))
      return refused('resource name may not be empty');
    if (resource.namespaced && (namespaceOf(object) ?? namespace) !== namespace) {
      return refused('the namespace of the object is not that of the request');
    }
    const folder = resource.namespaced ? `${resource.path.replace('{namespace}', namespace)}` : resource.path;
    const { status, body } = await this.send('POST', `${folder}?dryRun=All&fieldValidation=Strict`, object);
    // It is there already: the server has found no fault before it looks.
    if (status === 409) return { refused: false };
    if (status >= 300) return refused(`${status} ${messageOf(body)}`);
    return asksForOddNodePort(object) ? this.make(object, folder) : { refused: false };
  }

  /** Makes an object and takes it away: a dry run gives no node port, and so looks at none. */
  private async make(object: Manifest, folder: string): Promise<Verdict> {
    const { status, body } = await this.send('POST', `${folder}?fieldValidation=Strict`, object);
    if (status >= 300) return refused(`${status} ${messageOf(body)}`);
    await this.send('DELETE', `${folder}/${nameOf(object)}`);
    return { refused: false };
  }

  private resources(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const known = this.discovered.get(apiVersion) ?? this.discover(apiVersion);
    this.discovered.set(apiVersion, known);
    return known;
  }

  private async discover(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const root = `/${apiVersion.includes('/') ? 'apis' : 'api'}/${encodeURI(apiVersion)}`;
    const { status, body } = await this.send('GET', root);
    const { resources = [] } = status === 200 ? JSON.parse(body) : {};
    return new Map(
      resources
        .filter(({ name }: { name: string }) => !name.includes('/'))
        .map(({ name, kind, namespaced }: { name: string; kind: string; namespaced: boolean }) => [
          kind,
          { path: `${root}/${namespaced ? 'namespaces/{namespace}/' : ''}${name}`, namespaced },
        ]),
    );
  }

  private send(method: string, path: string, body?: object): Promise<{ status: number; body: string }> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      const outgoing = request(`${this.server}${path}`, { method, headers, agent: this.agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      });
      outgoing.on('error', reject);
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

/** Node ports that most clusters do not have: to make such a Service takes no port from others. */
function asksForOddNodePort({ kind, spec }: Manifest): boolean {
  const { type, ports, healthCheckNodePort } = fields(spec);
  if (kind !== 'Service' || (type !== 'NodePort' && type !== 'LoadBalancer')) return false;
  const asked = [healthCheckNodePort, ...items(ports).map((port) => fields(port).nodePort)];
  return asked.some((port) => typeof port === 'number' && port !== 0 && (port < 30000 || port > 32767));
}

function refused(reason: string): Verdict {
  return { refused: true, reason };
}

function messageOf(body: string): string {
  try {
    return JSON.parse(body).message ?? body;
  } catch {
    return body;
  }
}
