import type { Asking } from '../engine/questions.ts';
import { asyncContext, mayHoldUpOthers, takerContext, type AsyncContext } from '../facts/async-contexts.ts';
import { blockingArgument, blockingCalls, holdsUpNobody, type BlockingPath, type Step } from '../facts/blocking.ts';
import { blockingKnowledge, ownName, withPackages, type BlockingKnowledge } from '../facts/blocking-leaves.ts';
import { searchScope, searchShares } from '../facts/blocking-share.ts';
import { isUncertain, viaOf } from '../facts/package-code.ts';
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
  readonly dependencies: boolean | readonly string[];
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
        dependencies: {
          anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' }, uniqueItems: true }],
          description:
            'Follow calls into the JavaScript of packages: all that the project imports, or those of these names.',
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
    const found = isCallExpression(node)
      ? yield* checkArguments(node, knowledge)
      : yield* checkFunction(node, knowledge);
    if (found.length === 0 || context.isCommand || isScript(node.getSourceFile(), context.root)) return NOTHING;
    return (yield* holdsUpNobody(node, knowledge, context.root)) ? NOTHING : found;
  },
};

function* checkFunction(fn: Node, knowledge: BlockingKnowledge): Asking<readonly Report[]> {
  const paths = yield* blockingCalls(fn, knowledge);
  const around = paths.length > 0 ? yield* asyncContext(fn, knowledge) : undefined;
  const start = (around === 'async' && isPlainFunction(fn) && listensAt(fn)) || 0;
  const reports: Report[] = [];
  for (const path of around ? paths : [])
    if (path.steps[0]!.at.pos >= start) reports.push(yield* report(path, around!));
  return reports;
}

/** What counts as blocking by a file's configuration. */
export function knowledgeFor({ packs, options, packageCode, root }: KnowledgeContext): BlockingKnowledge {
  const { cheap, dependencies } = options;
  const knowledge = blockingKnowledge(packs, cheap ? ['blocking', 'cheap'] : ['blocking']);
  if (dependencies === false) return knowledge;
  return withPackages(knowledge, { code: packageCode, names: dependencies === true ? 'all' : dependencies, root });
}

type KnowledgeContext = Pick<RuleContext<Options>, 'packs' | 'options' | 'packageCode' | 'root'>;

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
  const via = viaOf(leaf);
  const meanwhile = context === 'handler' ? 'no other request is answered meanwhile' : 'nothing else runs meanwhile';
  const isSlight = isUncertain(leaf) || [...steps, ...via].some(step => step.isFirstUse);
  const others = [
    ...steps.slice(1).map(step => ({ at: step.at, name: nameOf(step) })),
    ...via.map(step => ({ at: step, name: step.name })),
  ];
  const called = calledName(path);
  return {
    node: steps[0]!.at,
    message: `${whatBlocks(path)}; ${meanwhile}. ${yield* wayOut(path)}`,
    ...(isSlight ? { weight: 'slight' } : context === 'handler' ? { weight: 'graver' } : {}),
    related: others.map(({ at, name }, i) => ({
      at,
      message: i === others.length - 1 ? `${called} ${leaf.does} here` : `\`${name}\` is called here`,
    })),
    fixes: () => unblock(path),
  };
}

/** The function at the end of a path, which is known to block, in code. */
function calledName({ steps, leaf }: BlockingPath): string {
  const via = viaOf(leaf).at(-1);
  const last = via?.name ?? nameOf(steps.at(-1)!);
  const own = via ? undefined : ownName(leaf, last);
  return own ? `\`${last}\` (\`${own}\`)` : `\`${last}\``;
}

/** As in "`load` reads a file synchronously, by `readFileSync`". */
function whatBlocks(path: BlockingPath): string {
  const { steps, leaf } = path;
  const called = calledName(path);
  const does = `${leaf.does} synchronously`;
  const first = `\`${nameOf(steps[0]!)}\``;
  if (!('via' in leaf)) return steps.length > 1 ? `${first} ${does}, by ${called}` : `${called} ${does}`;
  const sometimes = isUncertain(leaf) ? ' in some cases' : '';
  return `${first} ${does}${sometimes}, by ${called} in the code of \`${leaf.package}\``;
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
