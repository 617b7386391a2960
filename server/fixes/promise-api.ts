/** Calls a function that returns a promise in place of one that blocks. */

import type { BlockingFunction } from '../facts/blocking-function.ts';
import { isCallExpression, isIdentifier, isPropertyAccessExpression, type CallExpression, type Expression } from '../syntax/ast.ts';
import type { DraftEdit } from './draft.ts';
import { importName } from './import-name.ts';

export interface PromiseCall {
  readonly call: CallExpression;
  /** As the code says it after the edits: `fs.promises.readFile`. */
  readonly text: string;
  readonly edits: readonly DraftEdit[];
}

/** The call of a blocking function turned into that of its replacement; `undefined` where there is no exact one. */
export function promiseCall(callee: Expression, { instead }: BlockingFunction): PromiseCall | undefined {
  const call = callee.parent;
  if (instead?.how !== 'promise' || !isCallExpression(call) || call.expression !== callee || call.questionDotToken) {
    return undefined;
  }
  const source = callee.getSourceFile();
  const replacement = (text: string): DraftEdit => ({
    file: source.fileName,
    start: callee.getStart(),
    end: callee.end,
    text,
  });
  if (isPropertyAccessExpression(callee)) {
    const isMember = isIdentifier(callee.expression) && !callee.questionDotToken && instead.module.endsWith('/promises');
    const text = `${callee.expression.getText()}.promises.${instead.name}`;
    return isMember ? { call, text, edits: [replacement(text)] } : undefined;
  }
  const imported = isIdentifier(callee) ? importName(source, callee.text, instead.module, instead.name) : undefined;
  return imported && { call, text: imported.text, edits: [replacement(imported.text), ...imported.edits] };
}
