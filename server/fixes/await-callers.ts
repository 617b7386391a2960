/** What becomes of the callers of a function that turns async. */

import { ask, type Asking } from '../engine/questions.ts';
import { isPromise } from '../facts/promises.ts';
import {
  isAwaitExpression,
  isCallExpression,
  isElementAccessExpression,
  isExportSpecifier,
  isExpressionStatement,
  isImportClause,
  isImportSpecifier,
  isMethodDeclaration,
  isMethodSignatureDeclaration,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isPropertySignatureDeclaration,
  isReturnStatement,
  isVoidExpression,
  type CallExpression,
  type MemberName,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import { awaitContext } from '../syntax/functions.ts';
import { isWithin } from '../syntax/within.ts';
import { awaitInPlace } from './await-in-place.ts';
import type { DraftEdit } from './draft.ts';

export interface Callers {
  readonly edits: readonly DraftEdit[];
  /** How many callers `edits` make wait. */
  readonly awaited: number;
  /** Callers that cannot await and ignore the value, as `file.ts:12` with a 1-based line. */
  readonly left: readonly string[];
  /** The files in which the function is used. */
  readonly files: readonly string[];
}

/** What a reference to a function does with it. */
export type Use =
  | { readonly kind: 'declaration' }
  | { readonly kind: 'call'; readonly call: CallExpression }
  /** A declaration of that name in another type, which this one implements, overrides or is overridden by. */
  | { readonly kind: 'relative' }
  /** Passed on, stored, …: who calls it then is not known. */
  | { readonly kind: 'other' };

/**
 * `impossible` when some use would break or silently lose the promise.
 * @param isExpected whether the types that the function has to fit let their users see a promise
 */
export function* awaitCallers(name: MemberName, isExpected: boolean): Asking<Callers | 'impossible'> {
  const edits: DraftEdit[] = [];
  const left: string[] = [];
  const files = new Set<string>();
  let awaited = 0;
  for (const reference of yield* ask('references', name)) {
    const node = yield* ask('node', reference);
    if (!node) return 'impossible';
    files.add(reference.file);
    const use = useOf(node, name);
    if (use.kind === 'declaration' || (use.kind === 'relative' && isExpected)) continue;
    if (use.kind !== 'call') return 'impossible';
    const fate = (yield* givesPromise(use.call)) ? 'fine' : fateOf(use.call);
    if (fate === 'broken') return 'impossible';
    if (fate === 'left') left.push(placeOf(use.call));
    if (fate !== 'awaits') continue;
    edits.push(...awaitInPlace(use.call));
    awaited++;
  }
  return { edits, awaited, left, files: [...files] };
}

/** As a call of another implementation may. */
function* givesPromise(call: CallExpression): Asking<boolean> {
  const type = yield* ask('typeAt', call);
  return type !== undefined && (yield* isPromise(type));
}

/** @param name the function's own name */
export function useOf(reference: Node, name: MemberName): Use {
  const isDefinition =
    reference.pos === name.pos && reference.getSourceFile().fileName === name.getSourceFile().fileName;
  if (isDefinition) return { kind: 'declaration' };
  const parent = reference.parent;
  if (isImportSpecifier(parent) || isExportSpecifier(parent) || isImportClause(parent)) return { kind: 'declaration' };
  const isMember =
    (isPropertyAccessExpression(parent) && parent.name === reference) || isElementAccessExpression(parent);
  const callee = isMember ? parent : reference;
  const call = parentBeyondParentheses(callee);
  if (isCallExpression(call) && isWithin(callee, call.expression)) return { kind: 'call', call };
  return declaresMember(parent) && parent.name === reference ? { kind: 'relative' } : { kind: 'other' };
}

const declaresMember = (node: Node) =>
  isMethodDeclaration(node) ||
  isMethodSignatureDeclaration(node) ||
  isPropertyAssignment(node) ||
  isPropertyDeclaration(node) ||
  isPropertySignatureDeclaration(node);


/** `awaits`: can be made to; `fine`: needs no change; `left`: would float; `broken`: its value is used. */
function fateOf(call: CallExpression): 'awaits' | 'fine' | 'left' | 'broken' {
  const parent = parentBeyondParentheses(call);
  const { kind } = awaitContext(call);
  if (isAwaitExpression(parent) || isVoidExpression(parent)) return 'fine';
  if (kind === 'async') return isReturnStatement(parent) ? 'fine' : 'awaits';
  if (kind === 'module') return 'awaits';
  return isExpressionStatement(parent) ? 'left' : 'broken';
}

function placeOf(node: Node): string {
  const file = node.getSourceFile();
  const line = file.text.slice(0, node.getStart()).split('\n').length;
  return `${file.fileName.slice(file.fileName.lastIndexOf('/') + 1)}:${line}`;
}
