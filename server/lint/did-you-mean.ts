/** Finds the name that a misspelt one was probably meant to be. */

/** ` Did you mean "…"?`, or an empty string where no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const nearest = known
    .map(candidate => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const near = nearest !== undefined && nearest.distance <= Math.max(2, Math.floor(name.length / 3));
  return near ? ` Did you mean "${nearest.candidate}"?` : '';
}

/** A word that goes on where the other ends, as `warning` after `warn`, is as near as one wrong letter. */
function distance(name: string, candidate: string): number {
  return name.startsWith(candidate) || candidate.startsWith(name) ? 1 : editDistance(name, candidate);
}

/** Levenshtein's distance: how many characters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
