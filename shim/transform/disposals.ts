/**
 * `await using x = f()` becomes `const x = f();await using …`, where the rest stands for `x` when it is disposed of:
 * what waits for that is then seen.
 */

import type { AnyNode } from 'acorn';
import { CALLS, DISPOSED, TASK } from '../runtime/names.ts';
import { SITE } from './insertions.ts';

export type Declaration = Extract<AnyNode, { type: 'VariableDeclaration' }>;

export interface Disposals {
  /** What stands in this stretch becomes a comment, and `keyword` comes in its place. */
  readonly hidden: { readonly from: number; readonly to: number };
  readonly keyword: string;
  readonly parts: readonly DisposalPart[];
  /** A statement that ends with a bracket more. */
  readonly block: AnyNode | undefined;
}

/** One of the declared variables. */
export interface DisposalPart {
  /** Text around a node, with a place for the number of the site in one of them. */
  readonly node: AnyNode;
  readonly before: string;
  readonly after: string;
  /** What is disposed of, as people read it. */
  readonly named: AnyNode;
}

/** `undefined` where there is no room for that: a comment or a line's end within the keywords, a loop with a label. */
export function disposalsIn(
  node: Declaration,
  parent: AnyNode | undefined,
  grandparent: AnyNode | undefined,
  source: string,
): Disposals | undefined {
  const keywords = KEYWORDS.exec(source.slice(node.start, node.declarations[0]!.start));
  if (keywords === null) return undefined;
  const to = node.start + keywords[0].length;
  const hidden = { from: node.start, to };
  if (parent?.type === 'ForOfStatement' && parent.left === node)
    return { hidden, keyword: 'const', parts: [eachRound(node, parent.body)], block: undefined };
  const isHead = parent?.type === 'ForStatement' && parent.init === node;
  const parts = (last: string) =>
    node.declarations.map((it, at) => declared(it, at === node.declarations.length - 1 ? last : `${NEXT}${it.end}=0`));
  if (!isHead) return { hidden, keyword: 'const', parts: parts(';'), block: undefined };
  const head = source.slice(parent.start, to);
  if (grandparent?.type === 'LabeledStatement' || head.includes('*/')) return undefined;
  return { hidden: { from: parent.start, to }, keyword: '{const', parts: parts(';for('), block: parent };
}

const KEYWORDS = /^await[ \t]+using/;

/** What goes on behind a comma. */
const NEXT = `;const ${DISPOSED}`;

type Declarator = Declaration['declarations'][number];

const declared = (it: Declarator, after: string): DisposalPart => ({
  node: it,
  before: '',
  after: `;${standIn(it)}${after}`,
  named: it.init!,
});

const eachRound = ({ declarations: [it] }: Declaration, body: AnyNode): DisposalPart => ({
  node: body,
  before: `{${standIn(it!)};`,
  after: '}',
  named: it!.id,
});

const standIn = ({ id, start }: Declarator): string =>
  `await using ${DISPOSED}${start}=${CALLS.disposed}(${TASK},${SITE},${(id as { name: string }).name})`;
