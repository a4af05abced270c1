/** No name of Kubernetes is longer, and comparing takes the square of the length. */
const LONGEST_NAME = 253;

/** The word of a list that a misspelt one was most likely meant to be; none where none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST_NAME) return undefined;
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const each of known) {
    if (Math.abs(each.length - word.length) > most) continue;
    const distance = editDistance(wanted, each.toLowerCase());
    if (distance <= most && (best === undefined || distance < best.distance)) best = { word: each, distance };
  }
  return best?.word ?? continuation(word, known);
}

/** So many letters are no chance. */
const LONG = 8;

/** A long word that is only cut short, or goes on too long: `stabilizationWindow` for `stabilizationWindowSeconds`. */
function continuation(word: string, known: Iterable<string>): string | undefined {
  if (word.length < LONG) return undefined;
  const found = Array.from(known).filter(
    (each) => each.startsWith(word) || (each.length >= LONG && word.startsWith(each)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** How many letters must be added, left out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const edit = Math.min(change, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(isSwap ? Math.min(edit, (beforeLast[column - 2] ?? 0) + 1) : edit);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
