/** What blocks a piece of code, and who reaches what blocks, as rows that lead to further rows. */

import {
  isIdentifier,
  isPrivateIdentifier,
  isPropertyAccessExpression,
  isSourceFile,
  type Expression,
  type Node,
  type SourceFile,
} from '../syntax/ast.ts';
import { codeLabel, lastName, nameOfCode } from '../syntax/code-labels.ts';
import { isGenerator, isPlainFunction } from '../syntax/functions.ts';
import type { BlockingDirection, BlockingRow, BlockingRowKind } from '../../shared/blocking-paths.ts';
import type { Asking } from '../engine/questions.ts';
import { asyncContext, takerContext, takerOf } from './async-contexts.ts';
import { calledBlocking, type BlockingCall } from './blocking-answers.ts';
import { blockingGraph } from './blocking-graph.ts';
import { blockingFunction, ownName, type BlockingKnowledge } from './blocking-leaves.ts';
import { targetsOf } from './call-targets.ts';
import { calledFunction } from './held-functions.ts';
import { callersOf, callersOfName, type Caller } from './callers.ts';
import { viaOf, type PackageStep } from './package-code.ts';
import { packageFunction } from './package-functions.ts';
import { codeRunning } from './runs-now.ts';

/**
 * Code stands for the place where it begins; `opens` is code, a name, or a call that leads into a package, of which no
 * file is in the program.
 */
export interface TreeRow extends Omit<BlockingRow<Node>, 'at'> {
  readonly at: Node | PackageStep;
}

/** What counts as blocking, as findings have it, and every function that is known to block. */
export interface TreeKnowledge {
  readonly findings: BlockingKnowledge;
  readonly all: BlockingKnowledge;
}

/** The row that a tree begins with, for a place in a file. */
export function* treeRoot(
  node: Node,
  direction: BlockingDirection,
  knowledge: TreeKnowledge,
): Asking<TreeRow | undefined> {
  const named = direction === 'reaches' ? yield* namedFunction(node, knowledge) : undefined;
  if (named) return named;
  const { leads } = yield* blockingGraph(knowledge.findings);
  const code = yield* codeRunning(node, leads, knowledge.findings);
  return code && (yield* codeRow(code.node, knowledge));
}

/** The row of the function of that name in a file that is nearest to an offset; the name is that of an earlier row. */
export function* treeRootNamed(
  { source, name, offset }: { readonly source: SourceFile; readonly name: string; readonly offset: number },
  direction: BlockingDirection,
  knowledge: TreeKnowledge,
): Asking<TreeRow | undefined> {
  const { leads } = yield* blockingGraph(knowledge.findings);
  const file = leads.fileOf(source);
  const codes = (file?.codes ?? []).map(({ node }) => node).filter(node => codeLabel(node) === name);
  const calls = direction === 'reaches' ? (file?.sitesOf.get(name) ?? []).map(({ node }) => node) : [];
  const [nearest] = [...codes, ...calls].toSorted((a, b) => distance(a, offset) - distance(b, offset));
  if (!nearest) return undefined;
  return calls.includes(nearest as never)
    ? yield* treeRoot(nearest, direction, knowledge)
    : yield* codeRow(nearest, knowledge);
}

const distance = (node: Node, offset: number): number => Math.abs((nameOfCode(node) ?? node).getStart() - offset);

/** The rows below one: `opens` is what that one has. */
export function* treeRows(
  opens: Node,
  direction: BlockingDirection,
  knowledge: TreeKnowledge,
): Asking<readonly TreeRow[]> {
  const { leads } = yield* blockingGraph(knowledge.findings);
  const isCode = leads.codeOf(opens) !== undefined;
  if (direction === 'blocks') {
    return isCode
      ? (yield* calledBlocking(opens, knowledge.findings)).map(calledRow).toSorted(byPlace)
      : yield* rowsInPackage(opens, knowledge.findings);
  }
  const scope = { leads, knowledge: knowledge.findings };
  const callers = isCode ? yield* callersOf(opens, scope) : yield* callersOfName(opens, scope);
  const rows: TreeRow[] = [];
  for (const caller of callers) rows.push(yield* callerRow(caller, knowledge));
  return rows;
}

const byPlace = (a: TreeRow, b: TreeRow): number => offsetOf(a) - offsetOf(b);

const offsetOf = ({ at }: TreeRow): number => ('start' in at ? at.start : at.pos);

function calledRow({ path: { steps, leaf }, runs }: BlockingCall): TreeRow {
  const { at } = steps[0]!;
  const via = viaOf(leaf);
  const isOnce = [...steps, ...via].some(({ isFirstUse }) => isFirstUse);
  const does = `${leaf.does}${isOnce ? ', once' : ''}`;
  const last = lastName(steps.at(-1)!.at);
  const own = ownName(leaf, last);
  const detail = `${does}, by ${via.at(-1)?.name ?? own ?? last}`;
  if (runs) return { kind: 'step', name: codeLabel(runs), detail, at, opens: runs };
  if (via.length > 0) return { kind: 'step', name: last, detail, at, opens: at };
  return { kind: 'leaf', name: last, detail: own ? `${does}, as ${own}` : does, at, opens: undefined };
}

/** The calls in the files of a package by which a call blocks, each in the function that the one before calls. */
function* rowsInPackage(callee: Node, knowledge: BlockingKnowledge): Asking<readonly TreeRow[]> {
  const { leads } = yield* blockingGraph(knowledge);
  const code = leads.codeAround(callee);
  const calls = code ? yield* calledBlocking(code.node, knowledge) : [];
  const leaf = calls.find(({ path }) => path.steps[0]!.at === callee)?.path.leaf;
  const via = leaf ? viaOf(leaf) : [];
  return via.map((at, i) => {
    const isLast = i === via.length - 1;
    return { kind: isLast ? 'leaf' : 'step', name: at.name, detail: isLast ? leaf!.does : '', at, opens: undefined };
  });
}

/** A function that an identifier names where it is called or passed on. */
function* namedFunction(node: Node, { all, findings }: TreeKnowledge): Asking<TreeRow | undefined> {
  const { leads } = yield* blockingGraph(findings);
  const code = leads.codeAround(node);
  const name = isPropertyAccessExpression(node) ? node.name : node;
  if (!code || nameOfCode(code.node) === name || !(isIdentifier(name) || isPrivateIdentifier(name))) return undefined;
  const symbol = yield* calledFunction(name as Expression);
  const leaf = symbol && ((yield* blockingFunction(symbol, all)) ?? (yield* packageFunction(symbol, findings)));
  if (leaf) return { kind: 'leaf', name: symbol.name, detail: leaf.does, at: name, opens: name };
  const [target] = symbol ? yield* targetsOf(symbol, 'called', leads) : [];
  return target?.alternatives[0] && (yield* codeRow(target.alternatives[0], { all, findings }));
}

const DETAILS: Readonly<Record<Exclude<BlockingRowKind, 'leaf'>, string>> = {
  async: 'async',
  handler: 'answers requests',
  later: 'runs later',
  module: 'runs while its module is loaded',
  step: '',
};

function* codeRow(code: Node, knowledge: TreeKnowledge): Asking<TreeRow> {
  const kind = yield* kindOf(code, knowledge.findings);
  return { kind, name: codeLabel(code), detail: DETAILS[kind], at: nameOfCode(code) ?? code, opens: code };
}

/** Who waits for nobody ends the tree: nothing else is held up by its callers. */
function* callerRow({ site, code, taker }: Caller, knowledge: TreeKnowledge): Asking<TreeRow> {
  if (taker) {
    const kind = (yield* takerContext(taker, knowledge.findings)) ?? 'later';
    const name = `callback of ${lastName(taker.expression)}`;
    return { kind, name, detail: DETAILS[kind], at: site, opens: undefined };
  }
  const row = yield* codeRow(code, knowledge);
  return { ...row, at: site, opens: row.kind === 'step' ? code : undefined };
}

function* kindOf(code: Node, knowledge: BlockingKnowledge): Asking<Exclude<BlockingRowKind, 'leaf'>> {
  if (isSourceFile(code)) return 'module';
  const context = yield* asyncContext(code, knowledge);
  if (context) return context;
  const isDeferred = takerOf(code) !== undefined || (isPlainFunction(code) && isGenerator(code));
  return isDeferred ? 'later' : 'step';
}
