/** Catches the errors of a function inside it. */

import { ask, type Asking } from '../engine/questions.ts';
import { isThenable } from '../facts/promises.ts';
import {
  isAwaitExpression,
  isBlock,
  isReturnStatement,
  isTemplateLiteral,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { bindsTighterThanUnary } from '../syntax/expressions.ts';
import { forEachOwnNode, isAsync, type PlainFunction } from '../syntax/functions.ts';
import { maybePromise } from '../syntax/promise-values.ts';
import { insertAfter, insertAt, insertBefore, prefix, type DraftEdit, type FixDraft } from './draft.ts';

const LOG = 'console.error(error);';

export function* catchInside(fn: PlainFunction): Asking<readonly FixDraft[]> {
  const { body } = fn;
  if (!body) return [];
  if (!isAsync(fn)) return isBlock(body) ? [] : [catchResult(body as Expression)];
  const edits = isBlock(body) ? [...(yield* awaitReturned(body)), ...tryAround(body)] : tryAwait(body as Expression);
  return [{ title: 'Catch errors inside the function', kind: 'suggestion', proof: 'type-check', edits }];
}

/** `() => save()` becomes `() => { save().catch(…); }`. */
function catchResult(body: Expression): FixDraft {
  const [open, close] = bindsTighterThanUnary(body) ? ['', ''] : ['(', ')'];
  const edits = [insertBefore(body, `{ ${open}`), insertAfter(body, `${close}.catch(error => { ${LOG} }); }`)];
  return { title: 'Handle the rejection with `.catch(…)`', kind: 'suggestion', proof: 'type-check', edits };
}

function tryAwait(body: Expression): DraftEdit[] {
  const awaited = isAwaitExpression(body) ? [] : prefix(body, 'await');
  return [insertBefore(body, '{ try { '), ...awaited, insertAfter(body, `; } catch (error) { ${LOG} } }`)];
}

/** A promise that is returned leaves the `try` before it rejects. */
function* awaitReturned(body: Node): Asking<DraftEdit[]> {
  const returned: Expression[] = [];
  forEachOwnNode(body, node => {
    if (isReturnStatement(node) && node.expression && maybePromise(node.expression)) returned.push(node.expression);
  });
  const edits: DraftEdit[] = [];
  for (const value of returned) {
    const type = yield* ask('typeAt', value);
    if (type && (yield* isThenable(type, 1))) edits.push(...prefix(value, 'await'));
  }
  return edits;
}

/** Lines of the block are indented, but for those inside template literals, whose blanks count. */
function tryAround(block: Node): DraftEdit[] {
  const { text } = block.getSourceFile();
  const start = block.getStart();
  const lines = lineStarts(text, start, block.end);
  if (lines.length === 0) {
    return [insertAt(block, start + 1, ' try {'), insertAt(block, block.end - 1, `} catch (error) { ${LOG} } `)];
  }
  const blanksAt = (offset: number): string => /^[ \t]*/.exec(text.slice(offset, block.end))![0];
  const indent = blanksAt(lines.at(-1)!);
  const unit = stepBetween(indent, blanksAt(lines[0]!));
  const isEmpty = (line: number): boolean => /^\s*?\n/.test(text.slice(line, block.end));
  const inner = lines.slice(0, -1).filter(line => !isEmpty(line) && !isInTemplate(block, line));
  return [
    insertAt(block, start + 1, `\n${indent}${unit}try {`),
    ...inner.map(line => insertAt(block, line, unit)),
    insertAt(block, block.end - 1, `${unit}} catch (error) {\n${indent}${unit}${unit}${LOG}\n${indent}${unit}}\n${indent}`),
  ];
}

function lineStarts(text: string, start: number, end: number): number[] {
  return Array.from(text.slice(start, end).matchAll(/\n/g), ({ index }) => start + index + 1);
}

/** One step of indentation, as a block's first line has it. */
const stepBetween = (outer: string, inner: string): string =>
  inner.length > outer.length ? inner.slice(outer.length) : '  ';

function isInTemplate(block: Node, offset: number): boolean {
  const search = (node: Node): true | undefined => {
    if (offset <= node.getStart() || node.end <= offset) return undefined;
    return isTemplateLiteral(node) || node.kind === SyntaxKind.JsxText ? true : node.forEachChild(search);
  };
  return search(block) ?? false;
}
