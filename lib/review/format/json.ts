import type { Review } from '../review';

/** For programs; docs/review.md says what the fields are. */
export function json({ consequences, added, cleared, changed }: Review): string {
  return `${JSON.stringify({ changed, consequences, findings: { added, cleared } }, undefined, 2)}\n`;
}
