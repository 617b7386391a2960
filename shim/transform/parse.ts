/** JavaScript to a syntax tree. */

import { parse, type AnyNode, type Program } from 'acorn';

/** How Node runs a file; `unknown` where it tries the one and then the other. */
export type SourceType = 'script' | 'module' | 'unknown';

/** Code as V8 gets it. */
export interface Source {
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly code: string;
  readonly type: SourceType;
  /** The column of the first character, as V8 is told to count: negative where something was put before it. */
  readonly firstColumn?: number;
}

/** @throws SyntaxError with the place, for what is no JavaScript, or newer than the parser */
export function parseSource(source: string, type: SourceType): Program {
  if (type !== 'unknown') return parseAs(source, type);
  try {
    return parseAs(source, 'script');
  } catch {
    // What is wrong with it as a module is what matters then.
    return parseAs(source, 'module');
  }
}

function parseAs(source: string, type: 'script' | 'module'): Program {
  return parse(source, {
    ecmaVersion: 'latest',
    sourceType: type,
    allowHashBang: true,
    // CommonJS is the body of a function.
    allowReturnOutsideFunction: type === 'script',
  });
}

/** The nodes directly below one, in the order of the text. */
export function* childrenOf(node: AnyNode): Generator<AnyNode> {
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) yield* value.filter(isNode);
    else if (isNode(value)) yield value;
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';

/** The nodes of one kind below a node, those within functions and class members left out. */
export function* within<Type extends AnyNode['type']>(
  node: AnyNode,
  type: Type,
): Generator<Extract<AnyNode, { type: Type }>> {
  for (const child of childrenOf(node)) {
    if (child.type === type) yield child as Extract<AnyNode, { type: Type }>;
    if (!isFunction(child) && child.type !== 'PropertyDefinition' && child.type !== 'StaticBlock')
      yield* within(child, type);
  }
}

/** A function of whatever form. */
export type FunctionNode = Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
>;

/** Whether a node is a function, but for a method's outer node. */
export const isFunction = (node: AnyNode): node is FunctionNode =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
