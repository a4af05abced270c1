// `npm run synth`: compiles, types checked, and runs main.ts. The two halves that need not wait for each other run at
// once: the compiler, started without the Node process that its command is wrapped in, and the loading of cdk8s.
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

const ROOT = join(__dirname, '..');
process.chdir(ROOT);

if (!existsSync('main.ts')) {
  console.error('main.ts is not there: it is the app that is synthesised');
  process.exit(2);
}
// Type errors go to stderr: cdk8s-cli, which runs this too, hides what stands on stdout.
const compiler = spawn(...compileCommand(), { stdio: ['ignore', 2, 2] });
require('cdk8s');
require('js-yaml');
compiler.on('close', (code) => {
  if (code !== 0) {
    console.error('nothing was written: the types have to be right first');
    process.exit(2);
  }
  process.argv = [
    process.execPath,
    join(ROOT, 'build/cli/ml-app.js'),
    'synth',
    'build/main.js',
    ...process.argv.slice(2),
  ];
  require('../build/cli/ml-app.js');
});

function compileCommand() {
  const executable = process.platform === 'win32' ? 'tsc.exe' : 'tsc';
  try {
    const platform = require.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
    return [join(dirname(platform), 'lib', executable), ['--build']];
  } catch {
    return [process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--build']];
  }
}
