import type { Severity } from '../../rules/rule';
import type { Format } from './format';
import { printable } from './printable';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' };

/**
 * Annotations of a pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Format = ({ findings }) =>
  findings
    .filter(({ acknowledged }) => acknowledged === undefined)
    .map(({ rule, severity, object, path, message, fix, file, line, column }) => {
      const place = `file=${property(file ?? '')},line=${line ?? 1},col=${column ?? 1},title=${property(rule)}`;
      return `::${COMMANDS[severity]} ${place}::${data(`${printable(`${object}: ${path}: ${message}`)}\nfix: ${printable(fix)}`)}\n`;
    })
    .join('');

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
