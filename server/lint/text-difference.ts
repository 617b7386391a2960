/** What differs between two versions of a text. */

/** Offsets in UTF-16 code units: from `start` on they differ, until `end` in the one and `newEnd` in the other. */
export interface TextDifference {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** What both begin and end with alike is no part of it. */
export function textDifference(before: string, now: string): TextDifference {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { start, end: before.length - same, newEnd: now.length - same };
}
