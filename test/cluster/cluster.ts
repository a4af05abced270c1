import { spawn } from 'node:child_process';
import { request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';

/** How to reach a control plane; plain data, so that it can be handed to another process. */
export interface ClusterAddress {
  readonly version: string;
  /** The kubectl of the same version. */
  readonly kubectl: string;
  readonly kubeconfig: string;
  /** Where the load is set. */
  readonly loadSource: string;
}

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

// biome-ignore lint/suspicious/noExplicitAny: objects of any kind, as the API server has them
export type StoredObject = any;

/** What tests do with a control plane. */
export class Cluster {
  constructor(private readonly address: ClusterAddress) {}

  public get version(): string {
    return this.address.version;
  }

  /** Runs kubectl, and gives what it printed; throws where it fails. */
  public async kubectl(args: readonly string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await this.tryKubectl(args, input);
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')} failed with ${code}: ${stderr}${stdout}`);
    return stdout;
  }

  /** Runs kubectl, and gives what came of it. */
  public tryKubectl(args: readonly string[], input = ''): Promise<Outcome> {
    const child = spawn(this.address.kubectl, [`--kubeconfig=${this.address.kubeconfig}`, ...args]);
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        output[stream] += chunk;
      });
    }
    child.stdin.end(input);
    return new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (code) => resolve({ code: code ?? -1, ...output }));
    });
  }

  /** Applies objects, or the files of a folder, as strictly as kubectl can: unknown fields and warnings fail. */
  public async apply(what: string | readonly object[], ...flags: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.tryApply(what, ...flags);
    if (code !== 0) throw new Error(`kubectl apply failed with ${code}: ${stderr}${stdout}`);
    return stdout;
  }

  /** Like `apply`, for what may be refused. */
  public tryApply(what: string | readonly object[], ...flags: readonly string[]): Promise<Outcome> {
    return this.onManifests(['apply', '--validate=strict', '--warnings-as-errors', ...flags], what);
  }

  /** What the server would store of new objects, in their order; nothing is stored. */
  public async dryRun(objects: readonly object[]): Promise<StoredObject[]> {
    const answer = JSON.parse(await this.apply(objects, '--dry-run=server', '--output=json'));
    return answer.kind === 'List' ? answer.items : [answer];
  }

  /** What an apply would change: nothing, or the differences. */
  public async diff(what: string | readonly object[], ...flags: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.onManifests(['diff', ...flags], what);
    if (code > 1) throw new Error(`kubectl diff failed with ${code}: ${stderr}`);
    return stdout;
  }

  /** Deletes objects, or those of a folder, and waits until they are gone. */
  public async delete(what: string | readonly object[], ...flags: readonly string[]): Promise<void> {
    const { code, stderr } = await this.onManifests(['delete', '--wait', ...flags], what);
    if (code !== 0) throw new Error(`kubectl delete failed with ${code}: ${stderr}`);
  }

  public async get(kind: string, name: string, namespace: string): Promise<StoredObject> {
    return JSON.parse(await this.kubectl(['get', kind, name, '-n', namespace, '-o', 'json']));
  }

  public async list(kinds: string, namespace: string): Promise<StoredObject[]> {
    return JSON.parse(await this.kubectl(['get', kinds, '-n', namespace, '-o', 'json'])).items;
  }

  /** Makes a namespace for one test, with its service account: a pod is refused before that is there. */
  public async createNamespace(name: string): Promise<void> {
    await this.kubectl(['create', 'namespace', name]);
    await this.waitFor(`the service account of ${name}`, async () => {
      const { code } = await this.tryKubectl(['get', 'serviceaccount', 'default', '-n', name]);
      return code === 0;
    });
  }

  public async deleteNamespace(name: string): Promise<void> {
    await this.kubectl(['delete', 'namespace', name, '--wait']);
  }

  /** Plays a load on the pods of a namespace, in cores; the ready pods share it. */
  public setLoad(namespace: string, cores: number): Promise<void> {
    const url = `${this.address.loadSource}/load/${namespace}?cores=${cores}`;
    return new Promise((resolve, reject) => {
      request(url, { method: 'PUT', rejectUnauthorized: false, agent: false }, (answer) => {
        answer.resume().on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  }

  /** Waits until a condition holds, and throws where it does not within the time. */
  public async waitFor(what: string, condition: () => Promise<boolean>, seconds = 60): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`);
      await sleep(250);
    }
  }

  /** Watches a value, and gives each one that differs from the one before, until `done`. */
  public async watch<T>(read: () => Promise<T>, done: (value: T) => boolean, seconds = 60): Promise<T[]> {
    const seen: T[] = [];
    await this.waitFor(
      'the end of a watch',
      async () => {
        const value = await read();
        if (value !== seen.at(-1)) seen.push(value);
        return done(value);
      },
      seconds,
    );
    return seen;
  }

  private onManifests(args: readonly string[], what: string | readonly object[]): Promise<Outcome> {
    if (typeof what === 'string') return this.tryKubectl([...args, '-f', what]);
    // A List is checked by kubectl 1.27 itself, a single object by the server.
    const input = what.length === 1 ? what[0] : { apiVersion: 'v1', kind: 'List', items: what };
    return this.tryKubectl([...args, '-f', '-'], JSON.stringify(input));
  }
}
