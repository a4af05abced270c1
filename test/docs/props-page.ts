import type { PropCase } from '../fixtures/props';
import { readingOrder } from './reading-order';
import { renderedBy } from './rendered';
import type { Block, Doc, Item } from './surface';

const INTRO = `# Props

All that an app can say, and where it ends up in the objects. An app has the props of
[AutoscaledMlAppProps](#autoscaledmlappprops) and of all that it extends; the rest of the page is what these are made of.
In the column *renders*, \`…\` is short for \`spec.template.spec.\`, and \`[]\` stands for any item of a list. *since* is
the first Kubernetes that has it, where 1.27 has not. \`npm run docs\` writes this page from the docstrings in \`lib/props\`
and the cases in \`test/fixtures/props\`, which real API servers must store as they stand here.
`;

/** The reference of all props, as Markdown. */
export function propsPage(surface: readonly Block[], cases: readonly PropCase[]): string {
  const casesByProp = new Map(cases.map((each) => [each.prop, each]));
  const sections = readingOrder(surface).map((block) => section(block, surface, casesByProp));
  return [INTRO, ...sections].join('\n');
}

function section(block: Block, surface: readonly Block[], cases: ReadonlyMap<string, PropCase>): string {
  const isInterface = block.kind === 'interface';
  const head = [NAMES[block.kind], 'renders', ...(isInterface ? ['default'] : []), 'since', 'what it is', ''];
  const rows = block.items.map((item) => {
    const { since = '', ...itsCase } = caseOf(item, cases);
    return [
      nameCell(block, item, surface),
      renderedBy(itsCase.renders, isInterface && isGroup(item, surface)),
      ...(isInterface ? [defaultCell(item)] : []),
      since,
      item.doc?.text ?? '',
      linkTo(item.doc),
    ];
  });
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return [`## ${block.name}`, '', aboutBlock(block), '', ...table, ''].join('\n');
}

const NAMES = { interface: 'prop', class: 'factory', enum: 'member' };

function aboutBlock({ doc, bases }: Block): string {
  const extended = bases.map((base) => `[${base}](#${base.toLowerCase()})`).join(', ');
  const parts = [doc?.text, extended && `Extends ${extended}.`, linkTo(doc)];
  return parts.filter(Boolean).join(' ');
}

function nameCell({ kind }: Block, { name, signature }: Item, surface: readonly Block[]): string {
  if (kind === 'enum') return `\`${name}\`: \`${signature}\``;
  if (kind === 'class') return `\`${name}(${signature})\``;
  const type = namedIn(signature, surface);
  return `\`${name}\`: ${type ? `[\`${signature}\`](#${type.name.toLowerCase()})` : `\`${signature}\``}`;
}

/** What stands on this page and is named in a type. */
function namedIn(type: string, surface: readonly Block[]): Block | undefined {
  return surface.find(({ name }) => new RegExp(`\\b${name}\\b`).test(type));
}

/** Whether a prop is made of props of its own: what one of these renders is only an example. */
function isGroup({ signature }: Item, surface: readonly Block[]): boolean {
  return namedIn(signature, surface)?.kind === 'interface';
}

function defaultCell({ doc, isOptional }: Item): string {
  if (!isOptional) return 'required';
  const { defaultValue = '' } = doc ?? {};
  return defaultValue.startsWith('- ') ? defaultValue.slice(2) : `\`${defaultValue}\``;
}

function linkTo(doc: Doc | undefined): string {
  return doc?.see ? `[${new URL(doc.see).hostname}](${doc.see})` : '';
}

/** A bar would end the cell, in code, too. */
function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}

function caseOf({ id }: Item, cases: ReadonlyMap<string, PropCase>): PropCase {
  const found = cases.get(id);
  if (found === undefined) throw new Error(`there is no case for ${id}`);
  return found;
}
