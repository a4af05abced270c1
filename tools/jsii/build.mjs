// npm run jsii: the library for Python and Go, and build/API.md.
//
// jsii compiles a copy, so that the sources stay where they are: only what lib/index.ts reaches, since that is all that
// another language can call. The wheel carries it as an npm package.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

const HERE = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);
const ROOT = join(HERE, '..', '..');
const BUILD = join(ROOT, 'build');
const STAGE = join(BUILD, 'jsii');
const PYTHON = join(BUILD, 'python');
const GO = join(BUILD, 'go');
const ALL = ['docs', 'python', 'go'];

const asked = process.argv.slice(2);
const unknown = asked.find((each) => !ALL.includes(each));
if (unknown !== undefined) throw new Error(`npm run jsii -- takes ${ALL.join(', ')} (default: all), got ${unknown}`);
const targets = asked.length > 0 ? asked : ALL;

const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const TSCONFIG = {
  compilerOptions: {
    outDir: 'out',
    rootDir: '.',
    module: 'node20',
    target: 'es2023',
    lib: ['es2023'],
    types: ['node'],
    strict: true,
    declaration: true,
    skipLibCheck: true,
    noEmitOnError: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
  },
  include: ['imports/**/*.ts', 'lib/**/*.ts'],
};

if (!isInstalled()) run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], HERE);
stage();
tool('jsii');
if (targets.includes('docs')) tool('jsii-docgen', '--output', join(BUILD, 'API.md'));
if (targets.includes('python')) makePython();
if (targets.includes('go')) makeGo();

/** Whether the tools are there in the pinned versions. */
function isInstalled() {
  const { dependencies } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(HERE, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}

function stage() {
  for (const folder of [STAGE, PYTHON, GO]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(STAGE, { recursive: true });
  for (const file of reachedFrom('lib/index.ts')) cpSync(join(ROOT, file), join(STAGE, file));
  for (const file of ['README.md', 'LICENSE']) cpSync(join(ROOT, file), join(STAGE, file));
  stageParser();
  // jsii-docgen looks for them nowhere else.
  for (const peer of Object.keys(project.peerDependencies)) {
    symlinkSync(realpathSync(join(ROOT, 'node_modules', peer)), join(STAGE, 'node_modules', peer));
  }
  const write = (name, data) => writeFileSync(join(STAGE, name), `${JSON.stringify(data, undefined, 2)}\n`);
  write('package.json', packageJson());
  write('tsconfig.json', TSCONFIG);
}

/** A source and all that it imports, types included. */
function reachedFrom(entry) {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:^(?:import|export|\}).* from |import\(|require\()'(\.[^']*)'/gm)) {
      const path = relative(ROOT, join(ROOT, dirname(file), name));
      const found = [`${path}.ts`, `${path}/index.ts`].find((each) => isFile(join(ROOT, each)));
      if (found === undefined) throw new Error(`${file} imports ${name}, which is not there`);
      visit(found);
    }
  };
  visit(entry);
  return reached;
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** js-yaml, of which only the CommonJS file is loaded: its command and its other builds are ten times as much. */
function stageParser() {
  const from = join(ROOT, 'node_modules', 'js-yaml');
  const to = join(STAGE, 'node_modules', 'js-yaml');
  const { name, version, license } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const file of ['LICENSE', 'dist/js-yaml.cjs.js', 'dist/js-yaml.d.ts']) cpSync(join(from, file), join(to, file));
  const main = 'dist/js-yaml.cjs.js';
  const types = 'dist/js-yaml.d.ts';
  writeFileSync(join(to, 'package.json'), JSON.stringify({ name, version, license, main, types }));
}

/** What the package says of itself, as jsii wants it. */
function packageJson() {
  const { name, version, description, keywords, license, author, repository, type, engines, peerDependencies } =
    project;
  const { dependencies, bundleDependencies, devDependencies } = project;
  return {
    name,
    version,
    description,
    keywords,
    license,
    author,
    // jsii asks for one.
    repository: repository ?? { type: 'git', url: `https://r-seed-f0f6982a.example/${name}.git` },
    stability: 'stable',
    type,
    main: 'out/lib/index.js',
    types: 'out/lib/index.d.ts',
    files: ['out/**/*.js', 'out/**/*.d.ts', '.jsii'],
    engines,
    dependencies,
    bundleDependencies,
    peerDependencies,
    // jsii holds that these are the least that the peers may be.
    devDependencies: Object.fromEntries(Object.keys(peerDependencies).map((peer) => [peer, devDependencies[peer]])),
    jsii: {
      outdir: 'packages',
      tsconfig: 'tsconfig.json',
      validateTsconfig: 'strict',
      targets: {
        python: { distName: name, module: name.replaceAll('-', '_') },
        go: { moduleName: `r-seed-f0f6982a.example/${name}-go` },
      },
    },
  };
}

function makePython() {
  pacmak('python', PYTHON);
  const source = join(PYTHON, 'python');
  run('python3', ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', PYTHON, source], PYTHON);
  const wheel = readdirSync(PYTHON).find((name) => name.endsWith('.whl'));
  console.log(`build/python/${wheel}: ${Math.round(statSync(join(PYTHON, wheel)).size / 1000)} kB`);
}

function makeGo() {
  pacmak('go', GO);
}

function pacmak(target, outdir) {
  tool('jsii-pacmak', '--target', target, '--code-only', '--no-npmignore', '--outdir', outdir);
}

function tool(name, ...args) {
  run(join(HERE, 'node_modules', '.bin', name), args, STAGE);
}

function run(command, args, cwd) {
  // jsii no longer supports Node 20, which this package does.
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  execFileSync(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
}
