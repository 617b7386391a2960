/** Ways to mend a promise that a variable keeps and nothing reads. */

import type { Asking } from '../engine/questions.ts';
import { isVariableDeclarationList, isVariableStatement, type VariableDeclaration } from '../syntax/ast.ts';
import { awaitContext } from '../syntax/functions.ts';
import type { LocalPromise } from '../facts/local-promises.ts';
import { awaitInPlace } from './await-in-place.ts';
import { insertAfter, insertBefore, prefix, type DraftEdit, type FixDraft } from './draft.ts';
import { makeAsync } from './make-async.ts';

/** Awaits the promise where it is made. A variable that nothing reads goes; or it goes alone, with a mark of intent. */
export function* droppedPromiseFixes({ declaration, kind, reads }: LocalPromise): Asking<readonly FixDraft[]> {
  const value = declaration.initializer!;
  const unbind = reads.size === 0 ? bindingEdit(declaration) : undefined;
  const bare = unbind ? [unbind] : [];
  const awaited =
    kind === 'array' ? [insertBefore(value, 'await Promise.all('), insertAfter(value, ')')] : awaitInPlace(value);
  const title =
    kind === 'array' ? 'Await `Promise.all` where the promises are made' : 'Await the promise where it is made';
  const edits = [...bare, ...awaited];
  const context = awaitContext(value);
  const fixes: FixDraft[] = [];
  if (context.kind === 'sync') fixes.push(...(yield* makeAsync(context.function, edits, 'await the promise')));
  else if (context.kind !== 'never') fixes.push({ title, kind: 'suggestion', proof: 'type-check', edits });
  if (unbind) {
    const marked = [unbind, ...prefix(value, 'void')];
    fixes.push({
      title: 'Drop the variable and mark as floating with `void`',
      kind: 'suggestion',
      proof: 'type-check',
      edits: marked,
    });
  }
  return fixes;
}

/** Takes `const name =` away, where nothing else is declared with it. */
function bindingEdit(declaration: VariableDeclaration): DraftEdit | undefined {
  const list = declaration.parent;
  const isAlone = isVariableDeclarationList(list) && list.declarations.length === 1 && isVariableStatement(list.parent);
  if (!isAlone) return undefined;
  const { fileName } = declaration.getSourceFile();
  return { file: fileName, start: list.getStart(), end: declaration.initializer!.getStart(), text: '' };
}
