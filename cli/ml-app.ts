#!/usr/bin/env node
import { printable } from '../lib/printable';
import { tell } from './tell';
import { version } from './version';

/**
 * A verb takes its arguments and gives the exit code. Loaded when it is asked for: a synth need not load a preview. By
 * `require`: `import` looks through all of a file for its exports first.
 */
type Verb = (args: string[]) => Promise<number>;

const VERBS: Readonly<Record<string, () => Verb>> = {
  synth: () => (require('./synth.js') as typeof import('./synth')).synth,
  check: () => (require('./check.js') as typeof import('./check')).check,
  preview: () => (require('./preview.js') as typeof import('./preview')).preview,
  review: () => (require('./review.js') as typeof import('./review')).review,
  adopt: () => (require('./adopt.js') as typeof import('./adopt')).adopt,
  bundle: () => (require('./bundle.js') as typeof import('./bundle')).bundle,
};

const USAGE = `Usage: ml-app VERB [ARGUMENT...]

  synth FILE     runs a compiled cdk8s app; its manifests go to the folder that
                 the app names (default: dist)
                   ml-app synth build/main.js
  check PATH...  says what Kubernetes would refuse, and what it would accept and
                 then hurt; ml-app check --help says more
  preview PATH...  says what autoscalers will do under a load, asking no cluster;
                 ml-app preview --help says more
  review OLD NEW  says what a change will do when it is applied;
                 ml-app review --help says more
  adopt PATH...  makes an app of YAML that exists, and proves that it makes the same;
                 ml-app adopt --help says more
  bundle FILE    makes a bundle of a compiled app, which starts some three times as
                 fast; ml-app bundle --help says more

  --debug        shows the stack trace of an error
  --help         shows this
  --version      shows the version

Exit codes: 0 done; 1 findings; 2 bad input, and nothing was written.
`;

/** What the user can mend, by the names of the errors: each verb is bundled with classes of its own. */
const MISTAKES = ['InputError', 'PreviewError', 'LoadError'];

async function main([verb = '', ...args]: string[]): Promise<number> {
  if (verb === '--version') {
    console.log(version());
    return 0;
  }
  if (verb === '--help' || verb === '-h' || (verb === 'synth' && args.includes('--help'))) {
    process.stdout.write(USAGE);
    return 0;
  }
  const load = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (load === undefined) {
    const known = Object.keys(VERBS).join(', ');
    console.error(verb === '' ? USAGE : `ml-app: no verb '${printable(verb)}'; there are: ${known}. See ml-app --help`);
    return 2;
  }
  try {
    return await load()(args);
  } catch (error) {
    if (!(error instanceof Error && MISTAKES.includes(error.name))) throw error;
    tell(verb, error.message);
    return 2;
  }
}

// Whoever reads the output may stop early: ml-app check k8s | head
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  // No mistake of the user's: those are told already.
  (error) => {
    console.error(
      process.argv.includes('--debug') ? error : `ml-app: a fault of our own: ${error}; --debug shows where`,
    );
    process.exitCode = 2;
  },
);
