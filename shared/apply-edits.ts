/** Puts edits into a text. */

import type { Edit, Fix } from './finding.ts';

/** The text with all edits made. They must be of one file and not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start.offset - b.span.start.offset);
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of ordered) {
    result += text.slice(done, span.start.offset) + replacement;
    done = span.end.offset;
  }
  return result + text.slice(done);
}

/**
 * The fixes that can be made together, earlier ones first: none touches what another changes.
 * The others have to wait for a further pass.
 */
export function compatible(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some(edit => taken.some(other => touch(edit, other)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

function touch(a: Edit, b: Edit): boolean {
  return (
    a.span.file === b.span.file &&
    a.span.start.offset <= b.span.end.offset &&
    b.span.start.offset <= a.span.end.offset
  );
}
