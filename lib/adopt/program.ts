import { type Call, type Code, call, expressionsIn, type Group, name, type Part, type Text } from './code/code';
import { type Comments, printCode, printComments } from './code/print';
import { literal } from './code/print-text';
import { freeName } from './free-name';
import { parametersOf } from './parameters';
import { pathOf } from './pointer';

/** A TypeScript program to be: charts, and what they hold. */
export interface Program {
  readonly charts: readonly ChartCode[];
  /** Where the library is imported from; without it, its package. */
  readonly library?: string;
}

export interface ChartCode {
  readonly id: string;
  /** What it is made of. */
  readonly file: string;
  readonly statements: readonly Statement[];
}

export type Statement = AppCode | ObjectCode;

export interface AppCode extends Part {
  readonly kind: 'app';
  readonly id: string;
  /** The props. */
  readonly code: Group;
  readonly patches: readonly PatchCode[];
}

/** A patch over an object of an app. */
export interface PatchCode extends Part {
  /** Where the app has the object: `deployment`, `service?`. */
  readonly path: string;
  readonly pointer: string;
  readonly code: Call;
}

/** An object as it was. */
export interface ObjectCode extends Part {
  readonly kind: 'object';
  readonly id: string;
  readonly code: Group;
}

export interface Printed {
  readonly imports: readonly Import[];
  /** All but the imports. */
  readonly body: string;
}

export interface Import {
  readonly from: string;
  readonly names: readonly string[];
}

const LIBRARY = 'cdk8s-autoscaled-ml-app';
const CDK8S: ReadonlySet<string> = new Set(['ApiObject', 'Chart', 'Duration', 'JsonPatch']);

/** A program as text, with comments at the parts that they are about. */
export function printProgram({ charts, library = LIBRARY }: Program, comments: ReadonlyMap<Part, Comments>): Printed {
  const statements = charts.flatMap((chart) => chart.statements);
  const codes = statements.flatMap(codesOf);
  const symbols = new Set(['App', 'Chart', ...symbolsIn(statements)]);
  const taken = new Set([...symbols, 'app', 'process', 'require']);
  const parameters = parametersOf(codes, taken);
  const names = new Set([...taken, ...parameters.values()]);
  const give = (wanted: string) => {
    const free = freeName(wanted, (each) => names.has(each));
    names.add(free);
    return free;
  };
  const around = { commentsOf: (part: Part) => comments.get(part), parameters };
  const print = (code: Code, before: string, behind: string) =>
    `${before}${printCode(code, around, { indent: 0, column: before.length, behind: behind.length })}${behind}\n`;

  const lines = [...parameterLines(parameters), 'const app = new App();\n'];
  for (const chart of charts) {
    const chartName = give(charts.length === 1 ? 'chart' : `${camelCase(chart.id)}Chart`);
    if (charts.length > 1) lines.push(`\n${printComments([chart.file], 0)}`);
    lines.push(print(call('Chart', name('app'), fixed(chart.id)), `const ${chartName} = new `, ';'));
    for (const statement of chart.statements) {
      const { before = [], after = [] } = comments.get(statement) ?? {};
      const isPatched = statement.kind === 'app' && statement.patches.length > 0;
      const variable = isPatched ? give(camelCase(statement.id)) : undefined;
      const callee = statement.kind === 'app' ? 'AutoscaledMlApp' : 'ApiObject';
      const made = call(callee, name(chartName), fixed(statement.id), { ...statement.code, isOpen: true });
      lines.push('\n', printComments(before, 0));
      lines.push(print({ ...made, isNew: true }, variable === undefined ? '' : `const ${variable} = `, ';'));
      for (const patch of statement.kind === 'app' ? statement.patches : []) {
        lines.push(printComments([reasonFor(patch), ...(comments.get(patch)?.before ?? [])], 0));
        lines.push(print(call(`${variable}.${patch.path}.addJsonPatch`, patch.code), '', ';'));
        lines.push(printComments(comments.get(patch)?.after ?? [], 0));
      }
      lines.push(printComments(after, 0));
    }
  }
  return { imports: importsOf(symbols, library), body: `${lines.join('')}\napp.synth();\n` };
}

/** The whole file. */
export function textOf({ imports, body }: Printed): string {
  const lines = imports.map(({ from, names }) => {
    const line = `import { ${names.join(', ')} } from '${from}';\n`;
    return line.length <= 121 ? line : `import {\n${names.map((each) => `  ${each},\n`).join('')}} from '${from}';\n`;
  });
  return `${lines.join('')}\n${body}`;
}

function parameterLines(parameters: ReadonlyMap<string, string>): string[] {
  if (parameters.size === 0) return [];
  const constants = [...parameters].map(
    ([placeholder, constant]) => `const ${constant} = ${literal(`\${${placeholder}}`)};\n`,
  );
  const comment =
    'Placeholders of the YAML: say here what they stand for, or fill them in behind the synth, as before.';
  return [printComments([comment], 0), ...constants, '\n'];
}

function reasonFor({ code, pointer }: PatchCode): string {
  const path = pathOf(pointer);
  return code.callee === 'JsonPatch.remove'
    ? `Not in the YAML, and no prop leaves it out: ${path}.`
    : `No prop says ${path}.`;
}

function codesOf(statement: Statement): Code[] {
  return [statement.code, ...(statement.kind === 'app' ? statement.patches.map(({ code }) => code) : [])];
}

function symbolsIn(statements: readonly Statement[]): Set<string> {
  const symbols = new Set<string>();
  for (const statement of statements) {
    symbols.add(statement.kind === 'app' ? 'AutoscaledMlApp' : 'ApiObject');
    for (const code of codesOf(statement).flatMap((each) => [...expressionsIn(each)])) {
      const said = code.kind === 'call' ? code.callee : code.kind === 'name' ? code.name : '';
      const [symbol = ''] = said.split('.');
      if (/^[A-Z]/.test(symbol)) symbols.add(symbol);
    }
  }
  return symbols;
}

function importsOf(symbols: ReadonlySet<string>, library: string): Import[] {
  const sorted = [...symbols].sort();
  return [
    { from: 'cdk8s', names: sorted.filter((symbol) => CDK8S.has(symbol)) },
    { from: library, names: sorted.filter((symbol) => !CDK8S.has(symbol)) },
  ];
}

function fixed(value: string): Text {
  return { kind: 'text', value, isScript: true };
}

function camelCase(words: string): string {
  const [first = '', ...others] = words.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name =
    first.charAt(0).toLowerCase() +
    first.slice(1) +
    others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[a-z]/.test(name) ? name : `app${name}`;
}
