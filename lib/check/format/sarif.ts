import { allRules } from '../../rules';
import type { Severity } from '../../rules/rule';
import { ACKNOWLEDGEMENT } from '../check';
import { YAML_SYNTAX } from '../files';
import type { Finding } from '../finding';
import type { Format } from './format';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };

/**
 * For code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Format = ({ findings }) => {
  const described = [...allRules(), ACKNOWLEDGEMENT, YAML_SYNTAX];
  const found = new Set(findings.map(({ rule }) => rule));
  const rules = described
    .filter(({ id }) => found.has(id))
    .map(({ id, severity, summary, source }) => ({
      id,
      shortDescription: { text: summary },
      helpUri: source,
      defaultConfiguration: { level: LEVELS[severity] },
    }));
  const driver = { name: 'ml-app check', rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results: findings.map(result) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function result({ rule, severity, object, path, message, fix, file, line, column, acknowledged }: Finding) {
  const region = { startLine: line ?? 1, startColumn: column ?? 1 };
  const artifactLocation = { uri: (file ?? '').split('/').map(encodeURIComponent).join('/') };
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: `${object}: ${path}: ${message}. Fix: ${fix}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(acknowledged === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: acknowledged }] }),
  };
}
