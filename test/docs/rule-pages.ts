import type { Finding } from '../../lib/check/finding';
import { human } from '../../lib/check/format/human';
import type { Rule } from '../../lib/rules/rule';
import { checkExample, exampleOf } from '../rules/examples';

type Described = Pick<Rule, 'id' | 'severity' | 'summary' | 'source'>;

const SEVERITIES = {
  error: 'Error: Kubernetes refuses it, or it can never work.',
  warning: 'Warning: Kubernetes accepts it, and it will hurt.',
  advice: 'Advice: Kubernetes accepts it, and it may hurt. Told with `--level advice`.',
};

/** The page of a rule, as Markdown: what it says of its wrong example is what the check says. */
export function rulePage({ id, severity, summary, source }: Described): string {
  const wrong = exampleOf(id, 'wrong') ?? '';
  const right = exampleOf(id, 'right') ?? '';
  const { findings } = checkExample(id, 'wrong');
  return `# ${id}

${summary}

${SEVERITIES[severity]} [Source](${source})

## Wrong

${block('yaml', wrong)}
${block(
  'text',
  told(
    findings.filter(({ rule }) => rule === id),
    wrong,
  ),
)}
## Right

${block('yaml', right)}`;
}

/** The list of all rules, as Markdown. */
export function ruleIndex(rules: readonly Described[]): string {
  const rows = rules.map(
    ({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary.replaceAll('|', '\\|')} |`,
  );
  return `# Rules

What \`ml-app check\` and every synth look for. An error blocks a synth; a warning is printed; an advice is told with
\`--level advice\`. A warning or an advice that is meant so is acknowledged by an annotation of its object, or of the
workload that the object belongs to: \`ml-app.acknowledge/RULE: the reason\`. \`npm run docs\` writes these pages.

| rule | severity | what must be |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function told(findings: readonly Finding[], text: string): string {
  const lines = text.split('\n');
  const printed = human(
    { findings, skipped: [], objects: 0, files: 0 },
    { colour: false, lineOf: (_file, line) => lines[line - 1] },
  );
  return printed.split('\n').slice(0, -3).join('\n');
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}
