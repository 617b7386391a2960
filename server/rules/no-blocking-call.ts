import type { Asking } from '../engine/questions.ts';
import { asyncContext, mayHoldUpOthers, takerContext, type AsyncContext } from '../facts/async-contexts.ts';
import { blockingArgument, blockingCalls, holdsUpNobody, type BlockingPath, type Step } from '../facts/blocking.ts';
import { blockingKnowledge, ownName, type BlockingKnowledge } from '../facts/blocking-leaves.ts';
import { searchScope, searchShares } from '../facts/blocking-share.ts';
import { BLOCKING_RULE, blockingSummary } from '../facts/blocking-summary.ts';
import { chainObstacle } from '../fixes/chain-obstacle.ts';
import { advice, chainAdvice, unblock } from '../fixes/unblock.ts';
import {
  isCallExpression,
  SyntaxKind,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { lastName } from '../syntax/code-labels.ts';
import { calleeName } from '../syntax/expressions.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { listensAt } from '../syntax/listening.ts';
import { isScript } from '../syntax/script-files.ts';
import { NOTHING, type Report, type Rule, type RuleContext } from './rule.ts';

interface Options {
  readonly cheap: boolean;
}

/**
 * Functions that wait for a disk, a network or a process and let nothing else run meanwhile, called in async code,
 * however many other functions are in between.
 *
 *     async function load() { return parse(readFileSync('a.json')); }     // reported
 *     async function load() { return parse(await readFile('a.json')); }   // fine
 */
export const noBlockingCall: Rule<Options> = {
  meta: {
    name: BLOCKING_RULE,
    category: 'blocking',
    summary: 'Reports calls in async code that block the event loop, directly or through any number of functions.',
    presets: { recommended: 'warn', strict: 'error', 'typescript-eslint': 'off' },
    options: {
      type: 'object',
      additionalProperties: false,
      properties: {
        cheap: {
          type: 'boolean',
          description: 'Also report calls that hardly ever take long, such as `existsSync`.',
          default: false,
        },
      },
    },
    equivalents: [{ tool: 'eslint', rule: 'n/no-sync' }],
  },

  kinds: () => [
    SyntaxKind.ArrowFunction,
    SyntaxKind.CallExpression,
    SyntaxKind.FunctionDeclaration,
    SyntaxKind.FunctionExpression,
    SyntaxKind.MethodDeclaration,
  ],

  concerns: node => mayHoldUpOthers(node) || takesNames(node),

  elsewhere: {
    learnt: (file, context) => blockingSummary(file, knowledgeFor(context), context.root),
    sought: context => knowledgeFor(context),
    scope: context => searchScope(knowledgeFor(context)),
    shares: (scope, context) => searchShares(scope, knowledgeFor(context), context.root),
  },

  *check(node, context) {
    const knowledge = knowledgeFor(context);
    const found = isCallExpression(node) ? yield* checkArguments(node, knowledge) : yield* checkFunction(node, knowledge);
    if (found.length === 0 || context.isCommand || isScript(node.getSourceFile(), context.root)) return NOTHING;
    return (yield* holdsUpNobody(node, knowledge, context.root)) ? NOTHING : found;
  },
};

function* checkFunction(fn: Node, knowledge: BlockingKnowledge): Asking<readonly Report[]> {
  const paths = yield* blockingCalls(fn, knowledge);
  const around = paths.length > 0 ? yield* asyncContext(fn, knowledge) : undefined;
  const start = (around === 'async' && isPlainFunction(fn) && listensAt(fn)) || 0;
  const reports: Report[] = [];
  for (const path of around ? paths : []) if (path.steps[0]!.at.pos >= start) reports.push(yield* report(path, around!));
  return reports;
}

/** What counts as blocking by a file's configuration. */
export const knowledgeFor = ({ packs, options }: Pick<RuleContext<Options>, 'packs' | 'options'>): BlockingKnowledge =>
  blockingKnowledge(packs, options.cheap ? ['blocking', 'cheap'] : ['blocking']);

/** Whether some argument of a call is the name of something. */
function takesNames(node: Node): boolean {
  return isCallExpression(node) && node.arguments.some(isName);
}

const isName = (node: Node): boolean => calleeName(node as Expression) !== undefined;

function* checkArguments(call: CallExpression, knowledge: BlockingKnowledge): Asking<readonly Report[]> {
  if (!knowledge.takers.has(calleeName(call.expression) ?? '')) return NOTHING;
  const reports: Report[] = [];
  for (const argument of call.arguments.filter(isName)) {
    const path = yield* blockingArgument(argument, knowledge);
    const around = path && (yield* takerContext(call, knowledge));
    if (around) reports.push(yield* report(path, around));
  }
  return reports;
}

function* report(path: BlockingPath, context: AsyncContext): Asking<Report> {
  const { steps, leaf } = path;
  const [first, ...others] = steps;
  const isFirstUse = steps.some(step => step.isFirstUse);
  const last = nameOf(steps.at(-1)!);
  const own = ownName(leaf, last);
  const called = own ? `\`${last}\` (\`${own}\`)` : `\`${last}\``;
  const [subject, by] = others.length === 0 ? [called, ''] : [`\`${nameOf(first!)}\``, `, by ${called}`];
  const meanwhile = context === 'handler' ? 'no other request is answered meanwhile' : 'nothing else runs meanwhile';
  return {
    node: first!.at,
    message: `${subject} ${leaf.does} synchronously${by}; ${meanwhile}. ${yield* wayOut(path)}`,
    ...(isFirstUse ? { weight: 'slight' } : context === 'handler' ? { weight: 'graver' } : {}),
    related: others.map((step, i) => ({
      at: step.at,
      message: i === others.length - 1 ? `${called} ${leaf.does} here` : `\`${nameOf(step)}\` is called here`,
    })),
    fixes: () => unblock(path),
  };
}

/** What to do, and what stands in the way. */
function* wayOut({ steps, leaf }: BlockingPath): Asking<string> {
  const way = (steps.length > 1 && chainAdvice(leaf)) || advice(leaf);
  if (!leaf.instead && steps.length > 1) return way;
  for (const { at } of steps) {
    const obstacle = yield* chainObstacle(at);
    if (obstacle) return `${way} In the way is ${obstacle}.`;
  }
  return way;
}

const nameOf = ({ at }: Step): string => lastName(at);
