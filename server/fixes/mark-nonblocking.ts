/** Says in a comment of a function that it does not block long enough to matter. */

import { declared } from '../facts/callee.ts';
import type { Asking } from '../engine/questions.ts';
import { calledFunction } from '../facts/held-functions.ts';
import { isComputedPropertyName, type Expression, type Node } from '../syntax/ast.ts';
import { nameOfCode } from '../syntax/code-labels.ts';
import { documented } from '../syntax/documented.ts';
import { insertAt, type DraftEdit, type FixDraft } from './draft.ts';
import { indentOf } from './style.ts';

/**
 * Puts `@nonblocking` above the function of the project that a callee names.
 * @param because why there may be no better fix, as a clause
 */
export function* markNonblocking(callee: Expression, because: string): Asking<readonly FixDraft[]> {
  const symbol = yield* calledFunction(callee);
  const [reference] = symbol?.declarations ?? [];
  const declaration = reference && (yield* declared(reference));
  // Declarations are often generated, and then a mark in them does not last.
  if (!symbol || !declaration || declaration.getSourceFile().isDeclarationFile) return [];
  const own = nameOfCode(declaration);
  const name = own && !isComputedPropertyName(own) ? own.getText() : symbol.name;
  const title = `Mark \`${name}\` as \`@nonblocking\``;
  const titleAlone = `${title} (${because})`;
  return [{ title, titleAlone, kind: 'silence', proof: 'construction', edits: [tagAbove(documented(declaration))] }];
}

function tagAbove(node: Node): DraftEdit {
  const { text } = node.getSourceFile();
  const before = text.slice(node.pos, node.getStart());
  const comment = /\/\*\*(?:[^*]|\*(?!\/))*\*\/(?=\s*$)/.exec(before);
  const indent = indentOf(node);
  if (!comment) return insertAt(node, node.getStart(), `/** @nonblocking */\n${indent}`);
  const end = node.pos + comment.index + comment[0].length - '*/'.length;
  const isOneLine = !comment[0].includes('\n');
  return insertAt(
    node,
    end,
    isOneLine ? `${/\s$/.test(text.slice(0, end)) ? '' : ' '}@nonblocking ` : `* @nonblocking\n${indent} `,
  );
}
