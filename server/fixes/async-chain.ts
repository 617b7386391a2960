/** Awaits a call, and makes async all that has to wait for it: functions, their callers, and those of these. */

import { ask, type Asking } from '../engine/questions.ts';
import { expectedTypes } from '../facts/expected-types.ts';
import { returnsPromises } from '../facts/function-types.ts';
import { isPromise } from '../facts/promises.ts';
import {
  isAwaitExpression,
  isExportDeclaration,
  isExportSpecifier,
  isPrivateIdentifier,
  isSourceFile,
  isVoidExpression,
  NodeFlags,
  SyntaxKind,
  type CallExpression,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import { functionName } from '../syntax/function-name.ts';
import { awaitContext, isPlainFunction, type PlainFunction } from '../syntax/functions.ts';
import { hasModifier } from '../syntax/modifiers.ts';
import { useOf } from './await-callers.ts';
import { awaitInPlace, isOperand } from './await-in-place.ts';
import { awaitObstacle } from './await-obstacle.ts';
import { called } from './chain-obstacle.ts';
import type { DraftEdit } from './draft.ts';
import { asyncEdits } from './make-async.ts';

export interface AsyncChain {
  /** Those that become async. */
  readonly functions: readonly PlainFunction[];
  /** Calls that are awaited now, the first one included. */
  readonly calls: readonly CallExpression[];
  readonly edits: readonly DraftEdit[];
  /** The files in which the functions are used. */
  readonly usedIn: readonly string[];
}

/** Why there is no such chain, as a clause: "`load` is passed on". */
export interface Stuck {
  readonly because: string;
}

/** More awaits than this nobody reads before they agree to them. */
const MAX_CALLS = 40;

/**
 * Stuck where something in the chain cannot wait, or who calls it is not known.
 * @param property that of the first call's promised value to take
 */
export function* asyncChain(first: CallExpression, property?: string): Asking<AsyncChain | Stuck> {
  const functions = new Set<PlainFunction>();
  const calls = new Set([first]);
  const files = new Set<string>();
  const keywords: DraftEdit[] = [];
  // The set grows while it is walked.
  for (const call of calls) {
    const obstacle = awaitObstacle(call);
    if (obstacle) return { because: `${obstacle} cannot wait` };
    if (calls.size > MAX_CALLS) return { because: `more than ${MAX_CALLS} calls would have to wait` };
    if (endsShortCircuit(call)) return { because: `\`?.\` skips more than \`${call.getText()}\`` };
    const context = awaitContext(call);
    if (context.kind !== 'sync' || functions.has(context.function)) continue;
    functions.add(context.function);
    const own = yield* asyncEdits(context.function);
    if (!own) return { because: `${called(context.function)} cannot be async` };
    const callers = yield* callersOf(context.function);
    if ('because' in callers) return callers;
    keywords.push(...own);
    for (const one of callers.calls) calls.add(one);
    for (const file of callers.files) files.add(file);
  }
  const awaits = [...calls]
    .toSorted(outerFirst)
    .flatMap(call => awaitInPlace(call, call === first ? property : undefined));
  return { functions: [...functions], calls: [...calls], edits: [...keywords, ...awaits], usedIn: [...files] };
}

/** `a?.load().size` is `undefined` without `a`, where `(await a?.load()).size` throws. */
const endsShortCircuit = (call: CallExpression): boolean =>
  (call.flags & NodeFlags.OptionalChain) !== 0 && isOperand(call);

/** Of insertions at one place, those of the outer call come first. */
const outerFirst = (a: CallExpression, b: CallExpression): number => a.getStart() - b.getStart() || b.end - a.end;

interface Callers {
  readonly calls: readonly CallExpression[];
  readonly files: ReadonlySet<string>;
}

/** The calls that have to wait once a function is async; stuck if its promise would be lost somewhere. */
function* callersOf(fn: PlainFunction): Asking<Callers | Stuck> {
  const expected = yield* expectedTypes(fn);
  for (const type of expected) {
    if (!(yield* returnsPromises(type))) return { because: `nobody would wait for ${called(fn)}` };
  }
  const name = functionName(fn);
  const isPassedOn: Stuck = { because: `${called(fn)} is passed on` };
  // It is handed to somebody, who has to expect a promise.
  if (!name) return expected.length > 0 ? { calls: [], files: new Set() } : isPassedOn;
  const calls: CallExpression[] = [];
  const files = new Set<string>();
  let isPublic = !isPrivateIdentifier(name) && isExported(fn);
  for (const reference of yield* ask('references', name)) {
    const node = yield* ask('node', reference);
    const use = node && useOf(node, name);
    if (node && isPlainFunction(node.parent) && use?.kind === 'other')
      return { because: `${called(fn)} is overloaded` };
    if (!use || use.kind === 'other' || (use.kind === 'relative' && expected.length === 0)) return isPassedOn;
    if (isExportSpecifier(node.parent)) {
      if (isExportedAgain(node.parent)) return { because: `${called(fn)} is exported to others` };
      isPublic = true;
    }
    files.add(reference.file);
    if (use.kind === 'call' && !(yield* waitsAlready(use.call))) calls.push(use.call);
  }
  // Nothing in the project needs the export: it is there for somebody else.
  return isPublic && files.size < 2 ? { because: `${called(fn)} is exported to others` } : { calls, files };
}

function* waitsAlready(call: CallExpression): Asking<boolean> {
  const parent = parentBeyondParentheses(call);
  if (isAwaitExpression(parent) || isVoidExpression(parent)) return true;
  const type = yield* ask('typeAt', call);
  return type !== undefined && (yield* isPromise(type));
}

/** `export { load } from './load'`: an entry that others may import. */
function isExportedAgain(specifier: Node): boolean {
  const declaration = specifier.parent.parent;
  return isExportDeclaration(declaration) && declaration.moduleSpecifier !== undefined;
}

/** Whether other modules can reach a function: it, or what it is a member of, is exported. */
function isExported(fn: Node): boolean {
  for (let at = fn; !isSourceFile(at); at = at.parent) {
    if (hasModifier(at, SyntaxKind.PrivateKeyword) || (at !== fn && isPlainFunction(at))) return false;
    if (hasModifier(at, SyntaxKind.ExportKeyword)) return true;
  }
  return false;
}
