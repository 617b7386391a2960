/** Callbacks full of other callbacks, such as those of `describe`: most of these know nothing of each other. */

import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isFunctionExpression,
  SyntaxKind,
  type ArrowFunction,
  type Block,
  type ExpressionStatement,
  type FunctionExpression,
  type Node,
  type SourceFile,
} from '../syntax/ast.ts';
import { parentBeyondParentheses, withoutParentheses } from '../syntax/expressions.ts';
import { anyOf, wordsOf } from '../syntax/words.ts';
import { nodesOfKinds, outermostOfKinds } from './node-table.ts';
import { FUNCTIONS } from './outline.ts';

type Callback = (ArrowFunction | FunctionExpression) & { readonly body: Block };

/** What runs in a callback that is given to a call, where nobody waits for it and nobody gets anything from it. */
export interface Suite {
  /** The whole of it. */
  readonly text: string;
  /** Its text without the bodies of functions in `pieces`. */
  readonly shell: string;
  /**
   * Finds each of the variables that its own code, outside of other functions, declares; `undefined` where there are
   * none.
   */
  readonly locals: RegExp | undefined;
  /** The texts of its statements that are no pieces. */
  readonly rest: readonly string[];
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
}

/** A statement that calls something and gives it functions. */
export interface Piece {
  /** Offsets in the text of the file, in UTF-16 code units. */
  readonly pos: number;
  readonly end: number;
  readonly text: string;
  /** Where its function is such a callback itself. */
  readonly inner: Suite | undefined;
}

/** `undefined` for a function that is no such callback, or has no pieces. */
export function suiteOf(fn: Node, source: SourceFile): Suite | undefined {
  if (!isCallback(fn)) return undefined;
  const { body } = fn;
  const functions = outermostOfKinds(source, FUNCTIONS, body);
  const statements = new Map<ExpressionStatement, Node[]>();
  for (const inner of functions) {
    const statement = statementAround(inner);
    if (!isExpressionStatement(statement) || !isCallExpression(statement.expression)) continue;
    const others = statements.get(statement);
    if (others) others.push(inner);
    else statements.set(statement, [inner]);
  }
  for (const [statement, inner] of statements) if (inner.some(isRunInPlace)) statements.delete(statement);
  if (statements.size === 0) return undefined;
  const { text } = source;
  const pieces = [...statements].map(([{ pos, end }, inner]) => ({
    pos,
    end,
    text: text.slice(pos, end),
    inner: inner.length === 1 ? suiteOf(inner[0]!, source) : undefined,
  }));
  return {
    text: text.slice(body.pos, body.end),
    shell: shellOf(body, [...statements.values()].flat(), text),
    locals: localsOf(fn, functions, source),
    rest: body.statements
      .filter(it => !statements.has(it as ExpressionStatement))
      .map(({ pos, end }) => text.slice(pos, end)),
    pieces,
  };
}

function isCallback(fn: Node): fn is Callback {
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return false;
  if (!isBlock(fn.body) || fn.modifiers || fn.asteriskToken || !isCallExpression(fn.parent)) return false;
  return fn.parent.expression !== fn && isExpressionStatement(fn.parent.parent);
}

/** The statement, in the code of the function around it, that a function is part of. */
function statementAround(fn: Node): Node {
  let at = fn;
  while (
    !isBlock(at.parent) &&
    at.parent.kind !== SyntaxKind.CaseClause &&
    at.parent.kind !== SyntaxKind.DefaultClause
  ) {
    if (isExpressionStatement(at)) return at;
    at = at.parent;
  }
  return at;
}

/** Whether code that runs past a function knows what that did: it is called where it stands. */
export function isRunInPlace(fn: Node): boolean {
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return false;
  const call = parentBeyondParentheses(fn);
  return isCallExpression(call) && withoutParentheses(call.expression) === fn;
}

function shellOf(block: Block, functions: readonly Node[], text: string): string {
  let shell = '';
  let at = block.pos;
  for (const fn of functions) {
    const { body } = fn as { readonly body?: Node };
    if (!body) continue;
    shell += `${text.slice(at, body.pos)}\0`;
    at = body.end;
  }
  return shell + text.slice(at, block.end);
}

const DECLARATIONS = new Set([
  SyntaxKind.VariableDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.EnumDeclaration,
]);

/** Words in patterns that are names of properties count as well. */
function localsOf(fn: Callback, functions: readonly Node[], source: SourceFile): RegExp | undefined {
  const isOwn = (pos: number, end: number) =>
    fn.body.pos <= pos && end <= fn.body.end && functions.every(inner => pos <= inner.pos || inner.end < end);
  const declarations = nodesOfKinds(source, DECLARATIONS, isOwn) as readonly (Node & { readonly name?: Node })[];
  const names = [...fn.parameters, ...declarations].flatMap(({ name }) => name ?? []);
  return anyOf(names.flatMap(({ pos, end }) => wordsOf(source.text.slice(pos, end))));
}

/** What is the same in two versions of a suite. */
interface Compared {
  /** The pieces, without others in them, that nothing can have changed for, by their paths. */
  readonly same: ReadonlyMap<string, string>;
  /** The texts, before and now, of what others may see a change in. */
  readonly changed: readonly string[];
}

/**
 * A piece stays as it was when its text does, and when no statement that changed has to do with a variable that it
 * mentions, be it by way of others.
 * @param path that of the suite, with which those of its pieces begin, and then have their places among these
 */
export function compareSuites(before: Suite, now: Suite, path: string): Compared {
  if (before.shell !== now.shell || before.pieces.length !== now.pieces.length) {
    return { same: new Map(), changed: [before.text, now.text] };
  }
  const same = new Map<string, string>();
  const changed: string[] = [];
  for (const [i, piece] of now.pieces.entries()) {
    const earlier = before.pieces[i]!;
    const compared = comparePieces(earlier, piece, `${path}${i}`);
    for (const [at, text] of compared.same) same.set(at, text);
    changed.push(...compared.changed);
  }
  const reached = variablesReached(now, changed, [...same.values()]);
  for (const [at, text] of [...same]) {
    if (!reached?.test(text)) continue;
    same.delete(at);
    changed.push(text);
  }
  return { same, changed };
}

function comparePieces(before: Piece, now: Piece, path: string): Compared {
  if (before.inner && now.inner) return compareSuites(before.inner, now.inner, `${path}/`);
  if (before.text === now.text) return { same: new Map([[path, now.text]]), changed: [] };
  return { same: new Map(), changed: [before.text, now.text] };
}

/** The texts of the pieces without others in them, by their paths. */
export const leavesOf = ({ pieces }: Suite, path: string): readonly (readonly [path: string, text: string])[] =>
  pieces.flatMap(({ inner, text }, i) => (inner ? leavesOf(inner, `${path}${i}/`) : [[`${path}${i}`, text] as const]));

/** Finds the variables that are mentioned in `changed`, in one of `texts` that mentions one of these, and so on. */
function variablesReached(
  { locals, rest }: Suite,
  changed: readonly string[],
  texts: readonly string[],
): RegExp | undefined {
  const mentionedIn = (text: string): readonly string[] => text.match(new RegExp(locals!, 'gu')) ?? [];
  const reached = new Set(locals ? changed.flatMap(mentionedIn) : []);
  let others = reached.size > 0 ? [...rest, ...texts].map(mentionedIn) : [];
  for (let size = 0; size < reached.size;) {
    size = reached.size;
    const linked = new Set(others.filter(names => names.some(name => reached.has(name))));
    for (const names of linked) for (const name of names) reached.add(name);
    others = others.filter(names => !linked.has(names));
  }
  return anyOf([...reached]);
}
