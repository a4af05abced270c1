import type { Preview } from '../preview';

/** Everything that is known, look by look; what is no number is null. */
export function json(previews: readonly Preview[]): string {
  const told = previews.map(({ subject, variant, timeline, summary, decisions }) => {
    const { totals: _, ...lists } = timeline;
    return {
      autoscaler: subject.name,
      variant: variant ?? null,
      assumed: subject.notes,
      summary,
      decisions,
      timeline: lists,
    };
  });
  return `${JSON.stringify(told, null, 1)}\n`;
}
