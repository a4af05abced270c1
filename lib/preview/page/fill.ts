import { LoadError, parseShape } from '../load-spec';
import type { Setup } from '../model';
import type { Preview } from '../preview';
import { appLoadOf, asCounted } from './app-load';
import { encode } from './data';

/** Where the page has its data. */
const PLACE = 'id="data">';

/** What was said of the load, for the controls of the page. */
export interface SaidLoad {
  readonly load?: string;
  readonly perRequest: number;
}

/** A page of previews that needs nothing else: the page that tools/bundle.mjs makes, with the data in it. */
export function fillPage(page: string, previews: readonly Preview[], { load, perRequest }: SaidLoad): string {
  const scenarios = previews.map(({ subject: { name, notes, setup }, variant }) => ({
    name,
    variant,
    notes,
    setup,
    shape: load !== undefined && isShape(load, perRequest, setup) ? load : undefined,
  }));
  const data = encode({ scenarios, perRequest });
  // A function: in a text, `$&` would mean something.
  return page.replace(PLACE, () => PLACE + data);
}

/** Whether a text says a built-in shape, and that is the load which was played. */
function isShape(text: string, perRequest: number, setup: Setup): boolean {
  try {
    return JSON.stringify(asCounted(setup, parseShape(text), perRequest)) === JSON.stringify(appLoadOf(setup));
  } catch (error) {
    if (error instanceof LoadError) return false;
    throw error;
  }
}
