/** Turns a promise chain into statements that await. */

import { ask, type Asking } from '../engine/questions.ts';
import { isPromise } from '../facts/promises.ts';
import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isReturnStatement,
  isVariableStatement,
  type ArrowFunction,
  type Block,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { chainCall, withoutParentheses } from '../syntax/expressions.ts';
import { forEachOwnNode } from '../syntax/functions.ts';
import { styleOf, type Style } from './style.ts';

/** What is to become of a value: returned, kept under a name, or nothing. */
type Sink =
  { readonly kind: 'return' } | { readonly kind: 'bind'; readonly name: string } | { readonly kind: 'ignore' };

/** Statements of the same meaning, or `undefined` for chains that are not plain enough. */
type Statements = Asking<string[] | undefined>;

const RETURN: Sink = { kind: 'return' };
const IGNORE: Sink = { kind: 'ignore' };

/**
 * Statements that end in a `return` of what `chain` resolves to.
 * @param within the function that they will stand in
 * @param indent blanks before each of them; lines inside a statement have them already, its first has not
 */
export function* statementsOfChain(within: Node, chain: Expression, indent: string): Statements {
  return chainLink(chain)
    ? yield * statements({ within, indent, style: styleOf(within), inTry: false }, chain, RETURN)
    : undefined;
}

interface Place {
  readonly within: Node;
  readonly indent: string;
  readonly style: Style;
  /** In a `try` a promise has to be awaited to be caught. */
  readonly inTry: boolean;
}

function chainLink(expression: Expression) {
  const call = withoutParentheses(expression);
  const link = isCallExpression(call) ? chainCall(call) : undefined;
  if (!link || !isCallExpression(call)) return undefined;
  return call.arguments.length === 1 ? { ...link, handler: withoutParentheses(call.arguments[0]!) } : undefined;
}

function* statements(place: Place, expression: Expression, sink: Sink): Statements {
  const link = chainLink(expression);
  if (!link) return [settled(place, waited(place, expression.getText(), sink), sink)];
  const { handler, method, promise } = link;
  if (method === 'then') return yield* afterValue(place, promise, handler, sink);
  if (sink.kind === 'bind' || !isArrowFunction(handler)) return undefined;
  const inner = place.indent + place.style.step;
  const tried = yield* statements({ ...place, indent: inner, inTry: true }, promise, sink);
  const handled = yield* bodyOf({ ...place, indent: inner }, handler, method === 'catch' ? sink : IGNORE);
  const caught = nameOf(handler);
  if (!tried || !handled || caught === undefined) return undefined;
  const clause = method === 'finally' ? 'finally' : caught === '' ? 'catch' : `catch (${caught})`;
  return [`try ${block(place, tried)} ${clause} ${block(place, handled)}`];
}

function* afterValue(place: Place, promise: Expression, handler: Expression, sink: Sink): Statements {
  if (isArrowFunction(handler)) {
    const name = nameOf(handler);
    if (name === undefined) return undefined;
    const before = yield* statements(place, promise, name === '' ? IGNORE : { kind: 'bind', name });
    const after = yield* bodyOf(place, handler, sink);
    return before && after && [...before, ...after];
  }
  // A method that is passed on loses its `this`: called where it stands, it would have one.
  if (!isIdentifier(handler) || chainLink(promise)) return undefined;
  return [settled(place, waited(place, `${handler.text}(await ${promise.getText()})`, sink), sink)];
}

/** A function waits for what it returns by itself, though not in a `try`. */
const mustWait = ({ inTry }: Place, sink: Sink): boolean => inTry || sink.kind !== 'return';
const waited = (place: Place, value: string, sink: Sink): string => (mustWait(place, sink) ? `await ${value}` : value);

/** The statement that makes of a value what is to become of it. */
function settled({ style: { semicolon } }: Place, value: string, sink: Sink): string {
  if (sink.kind === 'return') return `return ${value}${semicolon}`;
  return sink.kind === 'bind' ? `const ${sink.name} = ${value}${semicolon}` : `${value}${semicolon}`;
}

/** The text of a handler's parameter; empty without one. */
function nameOf({ parameters }: ArrowFunction): string | undefined {
  const [first, ...others] = parameters;
  if (others.length > 0 || first?.initializer || first?.dotDotDotToken) return undefined;
  return first?.getText() ?? '';
}

function* bodyOf(place: Place, handler: ArrowFunction, sink: Sink): Statements {
  if (!staysApart(place.within, handler)) return undefined;
  const body = handler.body as Block | Expression;
  if (!isBlock(body)) return [yield* valueOf(place, body as Expression, sink)];
  const returns: Expression[] = [];
  let empty = false;
  forEachOwnNode(body, node => {
    if (!isReturnStatement(node)) return;
    if (node.expression) returns.push(node.expression);
    else empty = true;
  });
  const lines = body.statements.map(one => reindented(one, place.indent));
  if (!mustWait(place, sink)) return lines;
  const last = body.statements[body.statements.length - 1];
  const value = last && isReturnStatement(last) ? last.expression : undefined;
  // Leaving a handler early is not leaving the function.
  if (empty || returns.length !== (value ? 1 : 0) || (sink.kind === 'bind' && !value)) return undefined;
  return value ? [...lines.slice(0, -1), yield* valueOf(place, value, sink)] : lines;
}

function* valueOf(place: Place, value: Expression, sink: Sink): Asking<string> {
  const type = yield* ask('typeAt', value);
  const text = value.getText();
  return settled(place, type && (yield* isPromise(type)) ? waited(place, text, sink) : text, sink);
}

/** Whether names of a handler mean nothing else in the rest of the function, where they will be seen from now on. */
function staysApart(within: Node, handler: ArrowFunction): boolean {
  const own: string[] = [];
  for (const parameter of handler.parameters) identifiers(parameter.name, name => own.push(name));
  if (isBlock(handler.body)) {
    for (const statement of handler.body.statements) {
      if (!isVariableStatement(statement)) continue;
      for (const { name } of statement.declarationList.declarations) identifiers(name, it => own.push(it));
    }
  }
  const count = (node: Node, name: string): number => {
    let n = 0;
    identifiers(node, it => (n += it === name ? 1 : 0));
    return n;
  };
  return own.every(name => count(within, name) === count(handler, name));
}

function identifiers(node: Node, visit: (name: string) => void): void {
  if (isIdentifier(node)) visit(node.text);
  else if (isPropertyAccessExpression(node)) identifiers(node.expression, visit);
  else node.forEachChild(child => identifiers(child, visit));
}

const block = ({ indent, style }: Place, lines: readonly string[]): string =>
  `{\n${lines.map(line => `${indent}${style.step}${line}`).join('\n')}\n${indent}}`;

/** A statement moved to another depth. Template literals may hold line breaks that mean something: they stay. */
function reindented(statement: Node, indent: string): string {
  const text = statement.getText();
  const { text: whole } = statement.getSourceFile();
  const lineStart = whole.lastIndexOf('\n', statement.getStart() - 1) + 1;
  const before = whole.slice(lineStart, statement.getStart());
  return text.includes('`') || before.trim() !== '' ? text : text.replaceAll(`\n${before}`, `\n${indent}`);
}
