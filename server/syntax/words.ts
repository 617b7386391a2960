/** Names in texts, without a look at what they stand for. */

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** All words in a text that could be names, in its order. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** A pattern, for the flag `u`, that finds names where they stand by themselves, as those of members, too. */
export function wholeWord(...names: readonly string[]): string {
  const alternatives = [...new Set(names)].map(name => name.replaceAll('$', '\\$')).join('|');
  return `(?<![\\p{ID_Continue}$])(?:${alternatives})(?![\\p{ID_Continue}$])`;
}

/** Finds each of the names where it stands by itself; `undefined` where there are none. */
export const anyOf = (names: readonly string[]): RegExp | undefined =>
  names.length > 0 ? new RegExp(wholeWord(...names), 'u') : undefined;
