/** Builds the flow of a function's body, statement by statement, from behind. */

import {
  isBlock,
  isBreakStatement,
  isCaseClause,
  isContinueStatement,
  isDoStatement,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isFunctionDeclaration,
  isIfStatement,
  isLabeledStatement,
  isModuleDeclaration,
  isReturnStatement,
  isSourceFile,
  isSwitchStatement,
  isThrowStatement,
  isTryStatement,
  isWhileStatement,
  SyntaxKind,
  type Block,
  type BreakStatement,
  type ContinueStatement,
  type DoStatement,
  type Expression,
  type ForInStatement,
  type ForOfStatement,
  type ForStatement,
  type Node,
  type SourceFile,
  type Statement,
  type SwitchStatement,
  type TryStatement,
  type WhileStatement,
} from './ast.ts';
import type { Flow, FlowPoint } from './flow.ts';
import { branch, expressionFlow, inOrder, step, suspension } from './flow-expressions.ts';

/** Somewhere to jump to. Built when asked for: on the way may lie `finally` blocks, one copy for each way out. */
type Target = () => FlowPoint;

interface Jump {
  readonly labels: readonly string[];
  readonly breakTo: Target;
  /** Loops have one. */
  readonly continueTo: Target | undefined;
  /** Whether `break` without a label ends it. */
  readonly isPlain: boolean;
}

/** Where jumps out of a statement lead. */
interface Ways {
  readonly leave: Target;
  readonly raise: Target;
  readonly jumps: readonly Jump[];
}

/** The flow of a function's body, or of a module's code. */
export function flowOf(body: Block | Expression | SourceFile): Flow {
  const exit: FlowPoint = { kind: 'exit', node: body, next: [], raised: undefined };
  const failure: FlowPoint = { kind: 'failure', node: body, next: [], raised: undefined };
  const ways: Ways = { leave: () => exit, raise: () => failure, jumps: [] };
  const isCode = isBlock(body) || isSourceFile(body);
  const entry = isCode ? sequence(body.statements, exit, ways) : expressionFlow(body, exit, ways.raise);
  return { entry, exit, failure };
}

function sequence(statements: readonly Statement[], next: FlowPoint, ways: Ways): FlowPoint {
  return statements.reduceRight((after, statement) => flow(statement, after, ways, []), next);
}

/** @param labels those that stand before the statement */
function flow(node: Node, next: FlowPoint, ways: Ways, labels: readonly string[]): FlowPoint {
  // A function is there before the code around it runs.
  if (isFunctionDeclaration(node)) return next;
  if (isBlock(node)) return sequence(node.statements, next, ways);
  if (isLabeledStatement(node)) {
    const all = [...labels, node.label.text];
    const jump: Jump = { labels: all, breakTo: () => next, continueTo: undefined, isPlain: false };
    return flow(node.statement, next, { ...ways, jumps: [jump, ...ways.jumps] }, all);
  }
  if (isIfStatement(node)) {
    const otherwise = node.elseStatement ? flow(node.elseStatement, next, ways, []) : next;
    const decision = branch(node, [flow(node.thenStatement, next, ways, []), otherwise]);
    return expressionFlow(node.expression, decision, ways.raise);
  }
  if (isWhileStatement(node) || isDoStatement(node) || isForStatement(node)) return loop(node, next, ways, labels);
  if (isForOfStatement(node) || isForInStatement(node)) return iteration(node, next, ways, labels);
  if (isSwitchStatement(node)) return choice(node, next, ways, labels);
  if (isTryStatement(node)) return attempt(node, next, ways);
  if (isReturnStatement(node)) return inOrder([node.expression], step(node, ways.leave()), ways.raise);
  if (isThrowStatement(node)) {
    const thrown: FlowPoint = { kind: 'throw', node, next: [], raised: ways.raise() };
    return expressionFlow(node.expression, thrown, ways.raise);
  }
  if (isBreakStatement(node) || isContinueStatement(node)) return step(node, targetOf(node, ways.jumps) ?? next);
  // What a namespace holds is no code of this function's.
  return isModuleDeclaration(node) ? step(node, next) : expressionFlow(node, next, ways.raise);
}

function targetOf(node: BreakStatement | ContinueStatement, jumps: readonly Jump[]): FlowPoint | undefined {
  const label = node.label?.text;
  const isBreak = isBreakStatement(node);
  const jump = jumps.find(
    ({ labels, isPlain, continueTo }) =>
      (label === undefined ? isPlain : labels.includes(label)) && (isBreak || continueTo !== undefined),
  );
  return isBreak ? jump?.breakTo() : jump?.continueTo?.();
}

function within(ways: Ways, labels: readonly string[], next: FlowPoint, continueTo: Target | undefined): Ways {
  return { ...ways, jumps: [{ labels, breakTo: () => next, continueTo, isPlain: true }, ...ways.jumps] };
}

function loop(
  node: WhileStatement | DoStatement | ForStatement,
  next: FlowPoint,
  ways: Ways,
  labels: readonly string[],
): FlowPoint {
  const turns: FlowPoint[] = [];
  const head = branch(node, turns);
  const test = isForStatement(node) ? node.condition : node.expression;
  const again = isForStatement(node) ? inOrder([node.incrementor], head, ways.raise) : head;
  const body = flow(node.statement, again, within(ways, labels, next, () => again), []);
  const isEndless = !test || test.kind === SyntaxKind.TrueKeyword;
  turns.push(test ? expressionFlow(test, branch(test, isEndless ? [body] : [body, next]), ways.raise) : body);
  if (isDoStatement(node)) return body;
  return isForStatement(node) ? inOrder([node.initializer], head, ways.raise) : head;
}

function iteration(
  node: ForOfStatement | ForInStatement,
  next: FlowPoint,
  ways: Ways,
  labels: readonly string[],
): FlowPoint {
  const isAwaited = isForOfStatement(node) && node.awaitModifier !== undefined;
  const turns: FlowPoint[] = [];
  const head = isAwaited ? suspension(node, turns, ways.raise) : branch(node, turns);
  const body = flow(node.statement, head, within(ways, labels, next, () => head), []);
  turns.push(inOrder([node.initializer], body, ways.raise), next);
  return expressionFlow(node.expression, head, ways.raise);
}

/**
 * Cases are tried in their order; the default comes last, wherever it stands, and falls through to what is below it.
 */
function choice(node: SwitchStatement, next: FlowPoint, ways: Ways, labels: readonly string[]): FlowPoint {
  const inner = within(ways, labels, next, undefined);
  const { clauses } = node.caseBlock;
  const bodies: FlowPoint[] = [];
  let below = next;
  for (let i = clauses.length - 1; i >= 0; i--) bodies[i] = below = sequence(clauses[i]!.statements, below, inner);
  let otherwise = next;
  clauses.forEach((clause, i) => {
    if (!isCaseClause(clause)) otherwise = bodies[i]!;
  });
  const tests = clauses.reduceRight(
    (after, clause, i) =>
      isCaseClause(clause) ? expressionFlow(clause.expression, branch(clause, [bodies[i]!, after]), ways.raise) : after,
    otherwise,
  );
  return expressionFlow(node.expression, branch(node, [tests]), ways.raise);
}

function attempt({ tryBlock, catchClause, finallyBlock }: TryStatement, next: FlowPoint, ways: Ways): FlowPoint {
  const inner = finallyBlock ? throughFinally(finallyBlock, ways) : ways;
  const after = finallyBlock ? flow(finallyBlock, next, ways, []) : next;
  if (!catchClause) return flow(tryBlock, after, inner, []);
  const handler = once(() => step(catchClause, flow(catchClause.block, after, inner, [])));
  return flow(tryBlock, after, { ...inner, raise: handler }, []);
}

/** Each way out leads through a copy of the block. */
function throughFinally(block: Block, ways: Ways): Ways {
  const through = (target: Target): Target => once(() => flow(block, target(), ways, []));
  return {
    leave: through(ways.leave),
    raise: through(ways.raise),
    jumps: ways.jumps.map(jump => ({
      ...jump,
      breakTo: through(jump.breakTo),
      continueTo: jump.continueTo && through(jump.continueTo),
    })),
  };
}

function once(build: Target): Target {
  let built: FlowPoint | undefined;
  return () => (built ??= build());
}
