import { groupedBy } from '../../grouped';
import type { Finding } from '../finding';
import type { Format } from './format';

/** A test suite a file, a failed test a finding; advice and what is acknowledged passes as skipped. */
export const junit: Format = ({ findings }) => {
  const files = groupedBy(findings, ({ file = '' }) => file);
  const suites = [...files].map(([file, inFile]) => {
    const failures = inFile.filter(isFailure).length;
    const skipped = inFile.length - failures;
    const head = `  <testsuite name="${xml(file)}" tests="${inFile.length}" failures="${failures}" skipped="${skipped}">`;
    return `${head}\n${inFile.map(testCase).join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ml-app check">\n${suites.join('')}</testsuites>\n`;
};

function isFailure({ severity, acknowledged }: Finding): boolean {
  return severity !== 'advice' && acknowledged === undefined;
}

function testCase(finding: Finding): string {
  const { rule, severity, object, path, message, fix, file, line, acknowledged } = finding;
  const text = xml(`${message}\nfix: ${fix}\n${file}:${line}`);
  const result = isFailure(finding)
    ? `<failure type="${severity}" message="${xml(message)}">${text}</failure>`
    : `<skipped message="${xml(acknowledged ?? `${severity}: ${message}`)}"/>`;
  return `    <testcase classname="${xml(object)}" name="${xml(`${rule} ${path}`)}">${result}</testcase>\n`;
}

/** XML 1.0 has no place for control characters. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in XML
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '?')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
