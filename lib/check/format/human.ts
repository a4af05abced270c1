import { groupedBy } from '../../grouped';
import { plural } from '../../plural';
import type { Severity } from '../../rules/rule';
import type { Finding } from '../finding';
import type { Format, FormatOptions, Printable } from './format';
import { printable } from './printable';

const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', advice: '36' };

/** A longer line says nothing to a reader, and may hold a Secret beside what the finding is about. */
const LONGEST_LINE = 160;

/** What stands in a Secret goes into no log. Of what can't be read, nobody knows what it is. */
function isSecret({ object, rule }: Finding): boolean {
  return object.startsWith('Secret ') || rule === 'yaml-syntax';
}

/** For people: by object, with the line that each finding stands on, and a summary at the end. */
export const human: Format = (report, options) => {
  const blocks = [...groupedBy(report.findings, ({ object, file }) => `${object} (${file})`)].map(
    ([title, findings]) => `${bold(title, options)}\n${findings.map((each) => describe(each, options)).join('')}`,
  );
  return [...blocks, `${[...report.skipped.map(notChecked), summary(report)].join('\n')}\n`].join('\n');
};

function describe(finding: Finding, options: FormatOptions): string {
  const { rule, severity, path, message, fix, file = '', line = 1, column = 1, acknowledged } = finding;
  const mark = acknowledged === undefined ? paint(severity, COLOURS[severity], options) : 'acknowledged';
  const shown = isSecret(finding) ? undefined : options.lineOf(file, line)?.trim();
  return [
    `  ${line}:${column}  ${mark}  ${printable(`${path === '' ? '' : `${path}: `}${message}`)} [${rule}]\n`,
    shown === undefined || shown === '' || shown.length > LONGEST_LINE ? '' : `      ${printable(shown)}\n`,
    acknowledged === undefined ? `      fix: ${printable(fix)}\n` : `      reason: ${printable(acknowledged)}\n`,
  ].join('');
}

function notChecked({ file, line, reason }: Printable['skipped'][number]): string {
  return printable(`not checked: ${file}:${line}: ${reason}`);
}

function summary({ findings, objects, files }: Printable): string {
  const open = findings.filter(({ acknowledged }) => acknowledged === undefined);
  const count = (severity: Severity) => open.filter((each) => each.severity === severity).length;
  const acknowledged = findings.length - open.length;
  const counts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    ...(count('advice') > 0 ? [`${count('advice')} advice`] : []),
    ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : []),
  ];
  return `${plural(objects, 'object')} in ${plural(files, 'file')}: ${counts.join(', ')}`;
}

function bold(text: string, options: FormatOptions): string {
  return paint(printable(text), '1', options);
}

function paint(text: string, code: string, { colour }: FormatOptions): string {
  return colour ? `\u001B[${code}m${text}\u001B[0m` : text;
}
