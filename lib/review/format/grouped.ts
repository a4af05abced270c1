import { groupedBy } from '../../grouped';
import { plural } from '../../plural';
import { CONSEQUENCE_KINDS, type ConsequenceKind } from '../consequence';
import type { ReviewedFinding } from '../findings';
import type { ObjectPlace } from '../place';
import type { Review, ReviewedConsequence } from '../review';

/** One line of a review: a consequence, or a finding that comes or goes. */
export interface Told {
  readonly kind: ConsequenceKind | 'finding' | 'cleared';
  /** The object, unless it is the app itself. */
  readonly object?: string;
  readonly message: string;
  readonly wayOut?: string;
}

export interface ReviewedApp {
  /** `Deployment model (namespace prod, folder overlays/prod)`. */
  readonly title: string;
  /** The gravest first. */
  readonly told: readonly Told[];
}

const ORDER: readonly Told['kind'][] = [...CONSEQUENCE_KINDS, 'finding', 'cleared'];

/** What changes for each app, those of which the gravest is told first. */
export function byApp({ consequences, added, cleared }: Review): ReviewedApp[] {
  const told = [
    ...consequences.map((each) => ({ place: each, told: consequence(each) })),
    ...added.map((each) => ({ place: each, told: { ...finding('finding', each), wayOut: each.fix } })),
    ...cleared.map((each) => ({ place: each, told: finding('cleared', each) })),
  ];
  const sorted = told.sort((one, other) => ORDER.indexOf(one.told.kind) - ORDER.indexOf(other.told.kind));
  const apps = groupedBy(sorted, ({ place }) => titleOf(place));
  return Array.from(apps, ([title, all]) => ({ title, told: all.map((each) => each.told) }));
}

function consequence({ kind, object, app, message, wayOut }: ReviewedConsequence): Told {
  return { kind, object: object === app ? undefined : object, message, wayOut };
}

function finding(kind: 'finding' | 'cleared', { object, app, path, message, rule }: ReviewedFinding): Told {
  return { kind, object: object === app ? undefined : object, message: `${path}: ${message} [${rule}]` };
}

function titleOf({ app, namespace, folder }: ObjectPlace): string {
  const where = [
    ...(namespace === undefined ? [] : [`namespace ${namespace}`]),
    ...(folder === undefined ? [] : [`folder ${folder}`]),
  ];
  return where.length === 0 ? app : `${app} (${where.join(', ')})`;
}

/** `2 consequences (1 refused, 1 restart), 1 finding more; 3 objects changed`. */
export function headline({ consequences, added, cleared, changed }: Review): string {
  if (consequences.length + added.length + cleared.length === 0) {
    return changed === 0 ? 'No change' : `No consequence: ${plural(changed, 'object')} changed`;
  }
  const kinds = CONSEQUENCE_KINDS.flatMap((kind) => {
    const count = consequences.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const told =
    kinds.length === 0 ? 'No consequence' : `${plural(consequences.length, 'consequence')} (${kinds.join(', ')})`;
  const findings = [
    ...(added.length === 0 ? [] : [`${plural(added.length, 'finding')} more`]),
    ...(cleared.length === 0 ? [] : [`${plural(cleared.length, 'finding')} less`]),
  ];
  return `${[told, ...findings].join(', ')}; ${plural(changed, 'object')} changed`;
}
