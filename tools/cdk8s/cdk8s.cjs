#!/usr/bin/env node
// `npx cdk8s synth` must work offline and the same on every machine. cdk8s-cli looks for a newer release
// at every start, and reads the switch for it from the environment only, not from cdk8s.yaml.
const { dirname, join } = require('node:path');

process.env.CDK8S_CHECK_UPGRADE ??= 'false';
require(join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s'));
