import type { Block } from './surface';

const FIRST = 'AutoscaledMlAppProps';

/** What an app says itself, then what that is made of, and last what nothing refers to. */
export function readingOrder(surface: readonly Block[]): Block[] {
  const ordered = new Set<Block>();
  const add = (block: Block) => {
    if (ordered.has(block)) return;
    const family = [block, ...basesOf(block, surface)].filter((each) => !ordered.has(each));
    for (const each of family) ordered.add(each);
    for (const { items } of family) {
      for (const { signature } of items) for (const named of allNamedIn(signature, surface)) add(named);
    }
  };
  for (const block of [...surface.filter(({ name }) => name === FIRST), ...surface]) add(block);
  return [...ordered];
}

/** What a block extends, and what that extends. */
function basesOf({ bases }: Block, surface: readonly Block[]): Block[] {
  return surface.filter(({ name }) => bases.includes(name)).flatMap((base) => [base, ...basesOf(base, surface)]);
}

function allNamedIn(signature: string, surface: readonly Block[]): Block[] {
  const words = signature.split(/\W+/);
  return surface.filter(({ name }) => words.includes(name));
}
