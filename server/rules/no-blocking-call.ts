import type { Asking } from '../engine/questions.ts';
import { ask } from '../engine/questions.ts';
import { blockingArgument, blockingCalls, runsAtStart, type BlockingPath, type Step } from '../facts/blocking.ts';
import { blockingKnowledge, type BlockingKnowledge } from '../facts/blocking-leaves.ts';
import { calleeSymbol } from '../facts/callee.ts';
import { isOneOf } from '../facts/members.ts';
import { isThenable } from '../facts/promises.ts';
import { awaitObstacle } from '../fixes/await-obstacle.ts';
import { unblock } from '../fixes/unblock.ts';
import {
  isArrowFunction,
  isCallExpression,
  isFunctionExpression,
  isIdentifier,
  isPropertyAccessExpression,
  SyntaxKind,
  type CallExpression,
  type Node,
} from '../syntax/ast.ts';
import { chainCall, memberName, parentBeyondParentheses } from '../syntax/expressions.ts';
import { isAsync, isPlainFunction } from '../syntax/functions.ts';
import { isScript } from '../syntax/script-files.ts';
import { NOTHING, type Report, type Rule, type RuleContext } from './rule.ts';

interface Options {
  readonly cheap: boolean;
}

/** Why other code waits for a function: it answers requests, or runs among the callbacks of the event loop. */
type Context = 'handler' | 'async';

/**
 * Functions that wait for a disk, a network or a process and let nothing else run meanwhile, called in async code,
 * however many other functions are in between.
 *
 *     async function load() { return parse(readFileSync('a.json')); }     // reported
 *     async function load() { return parse(await readFile('a.json')); }   // fine
 */
export const noBlockingCall: Rule<Options> = {
  meta: {
    name: 'no-blocking-call',
    category: 'blocking',
    summary: 'Reports calls in async code that block the event loop, directly or through any number of functions.',
    // Off until it is as cheap as other rules while somebody types, and right in nine of ten cases.
    presets: { recommended: 'off', strict: 'error', 'typescript-eslint': 'off' },
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

  concerns: node => (isPlainFunction(node) ? isAsync(node) || takerOf(node) !== undefined : takesNames(node)),

  *check(node, context) {
    const knowledge = knowledgeFor(context);
    const found = isCallExpression(node) ? yield* checkArguments(node, knowledge) : yield* checkFunction(node, knowledge);
    if (found.length === 0 || context.isCommand || isScript(node.getSourceFile(), context.root)) return NOTHING;
    return (yield* runsAtStart(node, knowledge, context.root)) ? NOTHING : found;
  },
};

function* checkFunction(fn: Node, knowledge: BlockingKnowledge): Asking<readonly Report[]> {
  const paths = yield* blockingCalls(fn, knowledge);
  const around = paths.length > 0 ? yield* contextOf(fn, knowledge) : undefined;
  return around ? paths.map(path => report(path, around)) : NOTHING;
}

const knowledgeFor = ({ packs, options }: RuleContext<Options>): BlockingKnowledge =>
  blockingKnowledge(packs, options.cheap ? ['blocking', 'cheap'] : ['blocking']);

/** The call that a function, written in place, is an argument of. */
function takerOf(fn: Node): CallExpression | undefined {
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return undefined;
  const parent = parentBeyondParentheses(fn);
  return isCallExpression(parent) && parent.expression.end < fn.pos ? parent : undefined;
}

/** Whether some argument of a call is the name of something. */
function takesNames(node: Node): boolean {
  return isCallExpression(node) && node.arguments.some(isName);
}

const isName = ({ kind }: Node): boolean => kind === SyntaxKind.Identifier || kind === SyntaxKind.PropertyAccessExpression;

function* checkArguments(call: CallExpression, knowledge: BlockingKnowledge): Asking<readonly Report[]> {
  if (!knowledge.takers.has(calledName(call) ?? '')) return NOTHING;
  const reports: Report[] = [];
  for (const argument of call.arguments.filter(isName)) {
    const path = yield* blockingArgument(argument, knowledge);
    const around = path && (yield* takerContext(call, knowledge));
    if (around) reports.push(report(path, around));
  }
  return reports;
}

function calledName({ expression }: CallExpression): string | undefined {
  return isIdentifier(expression) ? expression.text : memberName(expression);
}

function* contextOf(fn: Node, knowledge: BlockingKnowledge): Asking<Context | undefined> {
  const taker = takerOf(fn);
  const around = taker && (yield* takerContext(taker, knowledge));
  return around ?? (isPlainFunction(fn) && isAsync(fn) ? 'async' : undefined);
}

/** What a call makes of the functions that it is given. */
function* takerContext(call: CallExpression, { handlers }: BlockingKnowledge): Asking<Context | undefined> {
  const chained = chainCall(call);
  if (chained) {
    const type = yield* ask('typeAt', chained.promise);
    return type && (yield* isThenable(type)) ? 'async' : undefined;
  }
  const symbol = yield* calleeSymbol(call.expression);
  return symbol && (yield* isOneOf(symbol, handlers)) ? 'handler' : undefined;
}

function report(path: BlockingPath, context: Context): Report {
  const { steps, leaf } = path;
  const [first, ...others] = steps;
  const isFirstUse = steps.some(step => step.isFirstUse);
  const meanwhile = context === 'handler' ? 'no other request is answered meanwhile' : 'nothing else runs meanwhile';
  const message =
    others.length === 0
      ? `\`${nameOf(first!)}\` ${leaf.does} synchronously; ${meanwhile}. ${advice(leaf.instead)}`
      : `\`${nameOf(first!)}\` ${leaf.does} synchronously, by \`${nameOf(steps.at(-1)!)}\`; ${meanwhile}. ` +
        wayOut(others);
  return {
    node: first!.at,
    message,
    ...(isFirstUse ? { weight: 'slight' } : context === 'handler' ? { weight: 'graver' } : {}),
    related: others.map((step, i) => ({
      at: step.at,
      message: i === others.length - 1 ? `\`${nameOf(step)}\` ${leaf.does} here` : `\`${nameOf(step)}\` is called here`,
    })),
    fixes: () => unblock(path),
  };
}

/** What has to become of the functions on the way, or which of them cannot change. */
function wayOut(steps: readonly Step[]): string {
  const obstacle = steps.map(({ at }) => awaitObstacle(at)).find(one => one !== undefined);
  return obstacle ? `On the way is ${obstacle}, which cannot wait.` : 'Make the functions on the way async.';
}

const advice = (instead: BlockingPath['leaf']['instead']): string =>
  instead ? `Use \`${instead.name}\` of \`${instead.module}\`, and await it.` : 'Do it in a worker thread.';

function nameOf({ at }: Step): string {
  return isPropertyAccessExpression(at) ? at.name.text : at.getText();
}
