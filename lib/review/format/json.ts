import type { Review } from '../review';

/** For programs; docs/review.md says what the fields are. */
export function json({ consequences, added, cleared, changed, loads }: Review): string {
  return `${JSON.stringify({ changed, consequences, findings: { added, cleared }, loads }, undefined, 2)}\n`;
}
