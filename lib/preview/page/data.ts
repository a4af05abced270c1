import type { Load } from '../load';
import type { Setup, Source } from '../model';

/** What the page plays: a preview without its outcome, which the page computes for itself. */
export interface Scenario {
  readonly name: string;
  /** What differs from the manifest; nothing for the manifest as it is. */
  readonly variant?: string;
  /** What is assumed for want of a word. */
  readonly notes: readonly string[];
  readonly setup: Setup;
  /** The load as it was said, where it is a built-in shape. */
  readonly shape?: string;
}

export interface PageData {
  readonly scenarios: readonly Scenario[];
  /** Cores of a request, where loads are said in requests a second; otherwise 1. */
  readonly perRequest: number;
}

/** A recorded load is long, and every scenario has the same: it is kept once, and named by its place. */
interface Stored {
  readonly loads: readonly StoredLoad[];
  readonly perRequest: number;
  readonly scenarios: readonly (Omit<Scenario, 'setup'> & { readonly setup: StoredSetup })[];
}

/** JSON has no infinity. */
type StoredLoad = Omit<Load, 'end'> & { readonly end: number | null };

type StoredSetup = Omit<Setup, 'cpuLoad' | 'sources'> & {
  readonly cpuLoad?: number;
  readonly sources: readonly (Omit<Source, 'load'> & { readonly load?: number })[];
};

/** As JSON that ends no script element, whatever the names in it are. */
export function encode({ scenarios, perRequest }: PageData): string {
  const loads: Load[] = [];
  const placeOf = (load: Load | undefined) => {
    if (load === undefined) return undefined;
    if (!loads.includes(load)) loads.push(load);
    return loads.indexOf(load);
  };
  const stored: Stored = {
    scenarios: scenarios.map((scenario) => {
      const { cpuLoad, sources } = scenario.setup;
      return {
        ...scenario,
        setup: {
          ...scenario.setup,
          cpuLoad: placeOf(cpuLoad),
          sources: sources.map((source) => ({ ...source, load: placeOf(source.load) })),
        },
      };
    }),
    perRequest,
    loads: loads.map((load) => ({ ...load, end: Number.isFinite(load.end) ? load.end : null })),
  };
  return JSON.stringify(stored).replaceAll('<', '\\u003c');
}

export function decode(text: string): PageData {
  const stored: Stored = JSON.parse(text);
  const loads = stored.loads.map((load): Load => ({ ...load, end: load.end ?? Number.POSITIVE_INFINITY }));
  const loadAt = (place: number | undefined) => (place === undefined ? undefined : loads[place]);
  return {
    perRequest: stored.perRequest,
    scenarios: stored.scenarios.map((scenario) => {
      const { cpuLoad, sources } = scenario.setup;
      return {
        ...scenario,
        setup: {
          ...scenario.setup,
          cpuLoad: loadAt(cpuLoad),
          sources: sources.map((source) => ({ ...source, load: loadAt(source.load) })),
        },
      };
    }),
  };
}
