import { checkFiles, type SourceFile } from '../lib/check/files';
import { FORMATS } from '../lib/check/format';
import { printable } from '../lib/printable';
import type { Severity } from '../lib/rules/rule';
import { NEWEST } from '../lib/schema/schema';
import { choiceOf, parseArguments } from './arguments';
import { InputError, readFiles } from './files';
import { kubernetesOf } from './minor-version';
import { tell } from './tell';

/** From what must be mended to what may be looked at. */
const LEVELS: readonly Severity[] = ['error', 'warning', 'advice'];

const USAGE = `Usage: ml-app check PATH... [--format FORMAT] [--level LEVEL] [--fail-on LEVEL]
                           [--kubernetes VERSION]

Says what Kubernetes would refuse in YAML or JSON of any origin, and what it would
accept and then hurt. PATH is a file, a folder with all below it, or - for the
standard input.

  --format       human (default), json, sarif, junit, github
  --level        error, warning (default) or advice: the least that is told,
                 beside what --fail-on makes fail
  --fail-on      error (default), warning or advice: the least that makes exit code 1
  --kubernetes   the version of the cluster, 1.27 to 1.${NEWEST} (default: what package.json
                 says under "ml-app", or 1.${NEWEST})

Exit codes: 0 nothing at or over --fail-on; 1 something; 2 could not read.
`;

/** `ml-app check PATH...`: the findings of the rules in files. */
export async function check(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { files, unreadable } = readFiles(options.paths);
  const { findings, skipped, objects } = checkFiles(files, { kubernetes: options.kubernetes });
  if (objects + findings.length + skipped.length + unreadable.length === 0) {
    throw new InputError(`nothing to check: ${options.paths.join(', ')} holds no Kubernetes object`);
  }
  // What fails is told, whatever else is not.
  const least = Math.max(LEVELS.indexOf(options.level), LEVELS.indexOf(options.failOn));
  const told = findings.filter(({ severity }) => LEVELS.indexOf(severity) <= least);
  const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  process.stdout.write(
    options.format({ findings: told, skipped, objects, files: files.length }, { colour, lineOf: lineReader(files) }),
  );
  // The other formats have no place for it.
  if (options.format !== FORMATS.human) {
    for (const { file, line, reason } of skipped) console.error(printable(`not checked: ${file}:${line}: ${reason}`));
  }
  for (const reason of unreadable) tell('check', reason);
  if (unreadable.length > 0) return 2;
  const failing = findings.filter(
    ({ severity, acknowledged }) =>
      acknowledged === undefined && LEVELS.indexOf(severity) <= LEVELS.indexOf(options.failOn),
  );
  return failing.length > 0 ? 1 : 0;
}

function readOptions(args: string[]) {
  const { positionals: paths, values } = parse(args);
  if (paths.length === 0 && !values.help) throw new InputError('takes files, folders or -; see ml-app check --help');
  const format = choiceOf('--format', FORMATS, values.format);
  return {
    paths,
    format,
    level: level('--level', values.level),
    failOn: level('--fail-on', values['fail-on']),
    kubernetes: kubernetesOf(values.kubernetes),
    help: values.help,
  };
}

function parse(args: string[]) {
  return parseArguments('check', args, {
    format: { type: 'string', default: 'human' },
    level: { type: 'string', default: 'warning' },
    'fail-on': { type: 'string', default: 'error' },
    kubernetes: { type: 'string' },
  });
}

function level(flag: string, value: string): Severity {
  const known = LEVELS.find((each) => each === value);
  if (known === undefined) throw new InputError(`${flag} must be one of ${LEVELS.join(', ')}, got ${value}`);
  return known;
}

function lineReader(files: readonly SourceFile[]): (file: string, line: number) => string | undefined {
  const lines = new Map<string, string[]>();
  return (file, line) => {
    if (!lines.has(file)) lines.set(file, files.find(({ name }) => name === file)?.content.split(/\r?\n/) ?? []);
    return lines.get(file)?.[line - 1];
  };
}
