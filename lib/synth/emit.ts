import { dump } from 'js-yaml';

/**
 * Objects as YAML documents, in the form that cdk8s writes.
 *
 * Text that YAML 1.1 or YAML 1.2 would read as something else is quoted: js-yaml's own schema for writing knows both.
 */
export function toYaml(documents: readonly object[]): string {
  return documents
    .map((document) => dump(document, { lineWidth: -1, noRefs: true, quoteStyle: 'double' }))
    .join('---\n');
}
