/** Mistakes that people make with `await` and `async`, put into code that has none. */

import {
  isArrowFunction,
  isAwaitExpression,
  isCallExpression,
  isParenthesizedExpression,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast';
import { bindsTighterThanUnary } from '../server/syntax/expressions.ts';
import { awaitContext, forEachOwnNode, isAsync, isPlainFunction } from '../server/syntax/functions.ts';

export type MistakeKind = 'await forgotten' | 'async forgotten' | 'await needless';

export interface Mistake {
  readonly kind: MistakeKind;
  readonly file: string;
  /** The whole text of the file, before and with the mistake. */
  readonly original: string;
  readonly text: string;
  /** Where it is: 0-based offsets in `text`. */
  readonly start: number;
  readonly end: number;
}

/** All mistakes of a kind that a file has room for, in the order of the text; each is the only one in its text. */
export function mistakesIn(source: SourceFile, kind: MistakeKind): Mistake[] {
  const found: Mistake[] = [];
  const visit = (node: Node): void => {
    const mistake = PLANT[kind](node, source);
    if (mistake) found.push(mistake);
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return found;
}

type Plant = (node: Node, source: SourceFile) => Mistake | undefined;

const PLANT: Readonly<Record<MistakeKind, Plant>> = {
  /** `(await load()).name` becomes `load().name`. */
  'await forgotten': (node, source) => {
    if (!isAwaitExpression(node)) return undefined;
    const { expression, parent } = node;
    const isBracketed =
      isParenthesizedExpression(parent) && !isArrowFunction(parent.parent) && bindsTighterThanUnary(expression);
    const whole = isBracketed ? parent : node;
    return mistake('await forgotten', source, whole, expression.getText(source));
  },
  /** Only functions that await themselves: others may do without. */
  'async forgotten': (node, source) => {
    if (!isPlainFunction(node) || !isAsync(node) || !node.body) return undefined;
    let waits = false;
    forEachOwnNode(node.body, own => (waits ||= isAwaitExpression(own)));
    const start = node.getStart(source);
    const text = node.getText(source);
    return waits
      ? mistake('async forgotten', source, node, text.replace(/\basync\s+/, ''), start + text.search(/\basync\b/))
      : undefined;
  },
  'await needless': (node, source) => {
    const isFree = isCallExpression(node) && !isAwaitExpression(node.parent) && awaitContext(node).kind === 'async';
    const isWhole =
      isFree && !('expression' in node.parent && node.parent.expression === node && isCallExpression(node.parent));
    return isWhole ? mistake('await needless', source, node, `await ${node.getText(source)}`) : undefined;
  },
};

function mistake(
  kind: MistakeKind,
  source: SourceFile,
  node: Node,
  replacement: string,
  start = node.getStart(source),
): Mistake {
  const [from, to] = [node.getStart(source), node.end];
  const text = source.text.slice(0, from) + replacement + source.text.slice(to);
  return { kind, file: source.fileName, original: source.text, text, start, end: from + replacement.length };
}
