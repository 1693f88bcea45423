/** The known name that is written most like the given one; empty where none comes close. */
export function nearestName(given: string, known: Iterable<string>): string {
  const wanted = given.toLowerCase();
  let best = '';
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const changes = distance(wanted, name.toLowerCase());
    if (changes < least) [best, least] = [name, changes];
  }
  return best;
}

/** How many letters have to be put in, taken out or changed (Levenshtein), two neighbours swapped counting one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let changes = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) changes = Math.min(changes, (before[j - 2] ?? 0) + 1);
      next.push(changes);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
