import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Outcome, Scenario } from './worlds';

const UPSTREAM = join(__dirname, 'upstream');
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-autoscaled-ml-app', 'oracle');

/** What the upstream controller did in a scenario. */
export interface Played {
  readonly name: string;
  readonly ticks: readonly (Omit<Outcome, 'desired'> & {
    readonly desired: number | null;
    readonly refused?: string;
  })[];
  /** Why the API server did not take the autoscaler, or why the player gave up. */
  readonly refused?: string;
  readonly error?: string;
}

/** Builds the upstream controller of a version, with the player around it, where it is not cached. */
export function playerOf(version: string): string {
  const source = join(UPSTREAM, `v${version}`);
  const binary = join(CACHE, `v${version}-${fingerprint(source)}`);
  if (existsSync(binary)) return binary;
  mkdirSync(CACHE, { recursive: true });
  const unfinished = `${binary}.${process.pid}`;
  // The test binary: virtual time is to be had in tests alone.
  const { status, stderr } = spawnSync('go', ['test', '-c', '-trimpath', '-o', unfinished, '.'], {
    cwd: source,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`cannot build the upstream controller ${version}; it needs Go 1.26: ${stderr}`);
  renameSync(unfinished, binary);
  return binary;
}

function fingerprint(source: string): string {
  const hash = createHash('sha256');
  for (const folder of [source, join(UPSTREAM, 'player')]) {
    for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Plays scenarios as they are made, and gives what became of each, in their order. */
export async function* playUpstream(version: string, scenarios: Iterable<Scenario>): AsyncIterable<Played> {
  const player = spawn(playerOf(version), { stdio: ['pipe', 'pipe', 'inherit'] });
  const feeding = feed(player.stdin, scenarios);
  for await (const line of createInterface({ input: player.stdout })) {
    if (line.startsWith('{')) yield JSON.parse(line) as Played;
  }
  await feeding;
}

/** No more than the player can take: they are large. */
async function feed(input: NodeJS.WritableStream, scenarios: Iterable<Scenario>): Promise<void> {
  for (const scenario of scenarios) {
    if (input.write(`${JSON.stringify(scenario)}\n`)) continue;
    await new Promise((resolve) => input.once('drain', resolve));
  }
  input.end();
}
