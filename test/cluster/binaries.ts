import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MODULES = join(__dirname, 'control-plane');
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-autoscaled-ml-app', 'control-plane');
const COMMANDS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];

/** The Kubernetes versions that the tests run on: the one that cdk8s-plus-27 is made from, and the newest. */
export const VERSIONS = ['1.27.4', '1.37.2'];

/** Builds the commands of one Kubernetes version where they are not cached, and gives the folder that holds them. */
export async function controlPlaneBinaries(version: string): Promise<string> {
  const [minor] = version.split('.').slice(1);
  const variables = { gitVersion: `v${version}`, gitMajor: '1', gitMinor: minor, gitTreeState: 'clean' };
  // The two packages that Kubernetes' own build stamps. Without it version checks go wrong.
  const stamps = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((stamped) =>
    Object.entries(variables).map(([name, value]) => `-X ${stamped}.${name}=${value}`),
  );
  const packages = [...COMMANDS.map((command) => `k8s.io/kubernetes/cmd/${command}`), './etcd'];
  return build(`v${version}`, packages, stamps);
}

/** Builds kwok, which plays the nodes and the pods, and puts its stages (how pods become ready) beside it. */
export async function kwokBinaries(): Promise<string> {
  return build('kwok', ['sigs.k8s.io/kwok/cmd/kwok'], [], (folder) => {
    const { stdout } = spawnSync('go', ['list', '-m', '-f', '{{.Dir}}', 'sigs.k8s.io/kwok'], {
      cwd: join(MODULES, 'kwok'),
      encoding: 'utf8',
    });
    for (const kind of ['node', 'pod']) {
      const stages = join(stdout.trim(), 'kustomize', 'stage', kind, 'fast');
      for (const file of readdirSync(stages).filter(isStage)) {
        copyFileSync(join(stages, file), join(folder, file));
      }
    }
  });
}

async function build(
  module: string,
  packages: readonly string[],
  stamps: readonly string[],
  finish: (folder: string) => void = () => {},
): Promise<string> {
  const source = join(MODULES, module);
  const folder = join(CACHE, `${module}-${fingerprint(source)}`);
  if (existsSync(folder)) return folder;

  requireGo();
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    await goBuild(module, source, ['-ldflags', ['-s', '-w', ...stamps].join(' '), '-o', `${unfinished}/`, ...packages]);
    finish(unfinished);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** What decides which bytes are built: the module, and this file, which holds the flags. */
function fingerprint(source: string): string {
  const hash = createHash('sha256');
  for (const file of [join(source, 'go.mod'), join(source, 'go.sum'), __filename]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function requireGo(): void {
  if (spawnSync('go', ['version']).status === 0) return;
  throw new Error(
    'The cluster tests build a Kubernetes control plane and need Go 1.26 or newer on the PATH (https://go.dev/dl). ' +
      'Without it run `npm test`, which needs Node alone.',
  );
}

/** Runs `go build`, and shows that it is alive: a first build takes minutes. */
async function goBuild(module: string, cwd: string, args: readonly string[]): Promise<void> {
  const started = Date.now();
  const go = spawn('go', ['build', '-trimpath', '-v', ...args], { cwd, stdio: ['ignore', 'inherit', 'pipe'] });
  const messages: string[] = [];
  let packages = 0;
  const show = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stderr.write(`building ${module}: ${packages} packages, ${seconds} s\n`);
  };
  const timer = setInterval(show, 15_000);
  createInterface({ input: go.stderr }).on('line', (line) => {
    if (/^[\w./-]+$/.test(line)) packages += 1;
    else messages.push(line);
  });
  const code = await new Promise((resolve, reject) => go.on('error', reject).on('close', resolve));
  clearInterval(timer);
  show();
  if (code !== 0) throw new Error(`go build of ${module} failed:\n${messages.slice(-20).join('\n')}`);
}

function isStage(file: string): boolean {
  return file.endsWith('.yaml') && file !== 'kustomization.yaml';
}
