/** Ways to mend links of a promise chain. */

import { ask, TypeFlags, type Asking } from '../engine/questions.ts';
import type { CallExpression, Expression } from '../syntax/ast.ts';
import { insertAfter, insertBefore, type FixDraft } from './draft.ts';

/** `p.then(a, b)` becomes `p.then(a).catch(b)`. */
export function* splitCatchFix(call: CallExpression, onRejected: Expression): Asking<readonly FixDraft[]> {
  const [first] = call.arguments;
  if (!first || call.arguments.length !== 2) return [];
  const { fileName: file } = call.getSourceFile();
  const edits = [
    { file, start: first.end, end: onRejected.getStart(), text: ').catch(' },
    { file, start: onRejected.end, end: call.end, text: ')' },
  ];
  return [{ title: 'Put it into a `.catch(…)`', kind: 'suggestion', proof: 'type-check', edits }];
}

/** A text becomes the message of an error. */
export function* errorReasonFixes({ arguments: [reason] }: CallExpression): Asking<readonly FixDraft[]> {
  const type = reason && (yield* ask('typeAt', reason));
  if (!type || !(type.flags & TypeFlags.StringLike)) return [];
  const edits = [insertBefore(reason, 'new Error('), insertAfter(reason, ')')];
  return [{ title: 'Reject with an `Error` of this message', kind: 'suggestion', proof: 'type-check', edits }];
}
