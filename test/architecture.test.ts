import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..');
const SOURCES = ['lib', 'imports', 'cli']
  .flatMap((folder) =>
    (readdirSync(join(ROOT, folder), { recursive: true }) as string[]).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && !isGenerated(file));

/** What imports/import.sh makes is named after its API group: keda.sh.ts. */
function isGenerated(file: string): boolean {
  return /^imports\/.*\..*\.ts$/.test(file);
}

/** What each part of the house may import, type imports included; a file is of the first part that it starts with. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'imports/': ['cdk8s-plus-27'],
  'lib/index.ts': ['lib/autoscaled-ml-app', 'lib/props/', 'lib/synth/app'],
  'lib/autoscaled-ml-app.ts': [
    'cdk8s',
    'constructs',
    'lib/conflicts',
    'lib/conveniences',
    'lib/defaults',
    'lib/props/',
    'lib/render/',
    'lib/resolve',
    'lib/synth/gate',
  ],
  'lib/seconds.ts': ['cdk8s'],
  'lib/props/': ['cdk8s', 'imports/', 'lib/props/', 'lib/seconds'],
  'lib/exclusive.ts': ['lib/props/'],
  'lib/conflicts.ts': ['lib/exclusive', 'lib/props/', 'lib/seconds'],
  'lib/defaults.ts': ['lib/exclusive', 'lib/props/'],
  'lib/acknowledge.ts': [],
  'lib/resolve.ts': ['lib/acknowledge', 'lib/props/'],
  'lib/conveniences/': ['cdk8s', 'lib/conveniences', 'lib/props/', 'lib/resolve', 'lib/seconds'],
  'lib/render/': ['cdk8s', 'imports/', 'lib/props/', 'lib/render/', 'lib/resolve', 'lib/seconds'],
  'lib/manifest.ts': [],
  'lib/printable.ts': [],
  'lib/quantity.ts': [],
  'lib/grouped.ts': [],
  'lib/plural.ts': [],
  'lib/names.ts': [],
  'lib/schema/': ['lib/manifest', 'lib/schema/'],
  'lib/autoscaling/': ['lib/autoscaling/', 'lib/manifest', 'lib/quantity'],
  'lib/rules/': [
    'lib/autoscaling/',
    'lib/grouped',
    'lib/manifest',
    'lib/names',
    'lib/quantity',
    'lib/rules/',
    'lib/schema/',
  ],
  'lib/read/': ['js-yaml', 'lib/manifest', 'lib/read/'],
  'lib/check/': [
    'node:path',
    'lib/acknowledge',
    'lib/check/',
    'lib/grouped',
    'lib/manifest',
    'lib/plural',
    'lib/read/',
    'lib/rules',
    'lib/schema/',
  ],
  'lib/stored/': ['lib/autoscaling/metrics', 'lib/manifest', 'lib/quantity', 'lib/stored/'],
  'lib/review/': [
    'lib/autoscaling/',
    'lib/check/',
    'lib/grouped',
    'lib/manifest',
    'lib/plural',
    'lib/quantity',
    'lib/preview/',
    'lib/review/',
    'lib/rules/',
    'lib/stored/',
  ],
  'lib/adopt/format/': [
    'lib/adopt/',
    'lib/check/format/printable',
    'lib/grouped',
    'lib/manifest',
    'lib/plural',
    'lib/read/read',
    'lib/rules/rule',
  ],
  'lib/adopt/': [
    'cdk8s',
    'constructs',
    'lib/acknowledge',
    'lib/adopt/',
    'lib/autoscaling/metrics',
    'lib/check/',
    'lib/grouped',
    'lib/index',
    'lib/manifest',
    'lib/props/',
    'lib/read/',
    'lib/resolve',
    'lib/rules/',
    'lib/schema/',
    'lib/stored/',
    'lib/synth/to-manifest',
  ],
  'lib/preview/page/browser/': ['uplot', 'lib/preview/'],
  'lib/preview/page/': ['lib/autoscaling/controller/spec', 'lib/preview/'],
  'lib/preview/': [
    'lib/autoscaling/',
    'lib/check/check',
    'lib/manifest',
    'lib/preview/',
    'lib/printable',
    'lib/quantity',
    'lib/rules/manifest-set',
    'lib/schema/',
  ],
  'lib/synth/': [
    'cdk8s',
    'constructs',
    'js-yaml',
    'node:',
    'lib/check/',
    'lib/manifest',
    'lib/read/scalar',
    'lib/rules/manifest-set',
    'lib/schema/',
    'lib/synth/',
  ],
  'cli/bundl': ['node:', 'esbuild', 'cli/arguments', 'cli/bundling/', 'cli/files', 'cli/tell', 'cli/write-whole'],
  'cli/load-flags.ts': ['node:', 'cli/', 'lib/preview/'],
  'cli/review.ts': ['node:', 'cli/', 'lib/check/', 'lib/preview/', 'lib/read/read', 'lib/review/', 'lib/schema/'],
  'cli/adopt.ts': ['node:', 'cli/', 'lib/adopt/', 'lib/plural', 'lib/schema/'],
  'cli/preview.ts': ['node:', 'cli/', 'lib/manifest', 'lib/preview/', 'lib/read/read', 'lib/schema/'],
  'cli/progress.ts': ['node:', 'log-update', 'lib/synth/report'],
  'cli/': ['node:', 'cli/', 'lib/check/', 'lib/printable', 'lib/rules/rule', 'lib/schema/', 'lib/synth/report'],
};

/** What a file imports: packages as they are called, files of ours from the top level and without an extension. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return Array.from(
    text.matchAll(/(?:^(?:import|export|\}).* from |import\(|require\()'([^']+)'/gm),
    ([, name = '']) => (name.startsWith('.') ? relative('.', join(dirname(file), name)).replace(/\.js$/, '') : name),
  );
}

test.each(SOURCES)('%s imports only what its part of the house may', (file) => {
  const [, allowed] = Object.entries(ARROWS).find(([part]) => file.startsWith(part)) ?? [];
  expect(allowed).toBeDefined();
  const astray = importsOf(file).filter((name) => !allowed?.some((each) => name === each || name.startsWith(each)));
  expect(astray).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const graph = new Map(SOURCES.map((file) => [file.replace(/\.ts$/, ''), importsOf(file)]));
  const resolveFolder = (name: string) => (graph.has(`${name}/index`) ? `${name}/index` : name);
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) throw new Error(`a circle: ${[...path, name].join(' -> ')}`);
    if (done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(resolveFolder(next), [...path, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
});

test('only the command line touches the process and the console', () => {
  const astray = SOURCES.filter((file) => file.startsWith('lib/')).filter((file) =>
    /\bconsole\.|process\.(exit|argv|std|on\b)/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(astray).toEqual([]);
});
