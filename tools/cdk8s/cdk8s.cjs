#!/usr/bin/env node
// `npx cdk8s synth` must work offline and the same on every machine. cdk8s-cli looks for a newer release
// at every start, and reads the switch for it from the environment only, not from cdk8s.yaml.
const { dirname, join, resolve } = require('node:path');
const { parseArgs } = require('node:util');

const options = { output: { type: 'string', short: 'o' } };
const { values } = parseArgs({ args: process.argv.slice(2), options, strict: false });
if (typeof values.output === 'string' && resolve(values.output) === resolve('dist')) {
  console.error(
    "cdk8s synth: leave '-o dist' out: cdk8s-cli would empty dist/ first; without it dist/ is written safely",
  );
  process.exit(2);
}

process.env.CDK8S_CHECK_UPGRADE ??= 'false';
require(join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s'));
