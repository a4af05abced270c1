import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from './files';

const COMMON = {
  // Read by ml-app itself.
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The flags of a verb, with those that all have, and what stands beside them. */
export function parseArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  verb: string,
  args: string[],
  own: Options,
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: Options & typeof COMMON }>> {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...own, ...COMMON } });
  } catch (error) {
    throw new InputError(`${(error as Error).message.split('.')[0]}; see ml-app ${verb} --help`);
  }
}

/** What a flag chooses by name. */
export function choiceOf<Choice>(flag: string, choices: Readonly<Record<string, Choice>>, name: string): Choice {
  const choice = Object.hasOwn(choices, name) ? choices[name] : undefined;
  if (choice === undefined)
    throw new InputError(`${flag} must be one of ${Object.keys(choices).join(', ')}, got ${name}`);
  return choice;
}
