import type { Preview } from '../preview/preview';
import type { Summary } from '../preview/summary';

/** What a load comes to at one autoscaler, before a change and after it; nothing where it is not there. */
export interface ReviewedLoad {
  /** `HorizontalPodAutoscaler model of Deployment model`. */
  readonly name: string;
  readonly before?: Summary;
  readonly after?: Summary;
}

/** The same load on both sides. */
export function reviewedLoads(before: readonly Preview[], after: readonly Preview[]): ReviewedLoad[] {
  const [was, is] = [before, after].map(
    (previews) => new Map(previews.map(({ subject, summary }) => [subject.name, summary])),
  );
  const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return Array.from(names, (name) => ({ name, before: was?.get(name), after: is?.get(name) }));
}
