import { ask, type Asking } from '../engine/questions.ts';
import { calleeSymbol } from '../facts/callee.ts';
import { isOneOf, mayBeOneOf, namesIn } from '../facts/members.ts';
import { hoistFixes } from '../fixes/hoist-event.ts';
import type { Pack } from '../packs/pack.ts';
import {
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  SyntaxKind,
  type CallExpression,
  type Node,
  type PropertyAccessExpression,
} from '../syntax/ast.ts';
import { suspensionsBefore } from '../syntax/after-suspension.ts';
import { forEachOwnNode, isAsync, isPlainFunction, type PlainFunction } from '../syntax/functions.ts';
import { NOTHING, type Report, type Rule } from './rule.ts';

/** Something that works only before the function gives control away. */
type Use =
  | { readonly kind: 'event'; readonly node: PropertyAccessExpression }
  | { readonly kind: 'setup'; readonly node: CallExpression; readonly name: string };

/**
 * What is there only while an event is handled or a component is set up, used after an `await`.
 *
 *     async event => { await save(); event.preventDefault(); }   // reported: the browser has acted long ago
 *     async event => { event.preventDefault(); await save(); }   // fine
 */
export const noUseAfterAwait: Rule = {
  meta: {
    name: 'no-use-after-await',
    category: 'correctness',
    summary: 'Reports what works only before the first `await`, and is used after one: events, hooks, lifecycle calls.',
    presets: { recommended: 'warn', strict: 'error', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [],
  },

  kinds: () => [
    SyntaxKind.ArrowFunction,
    SyntaxKind.FunctionDeclaration,
    SyntaxKind.FunctionExpression,
    SyntaxKind.MethodDeclaration,
  ],

  *check(fn, { packs }) {
    if (!isPlainFunction(fn) || !fn.body || !isAsync(fn)) return NOTHING;
    const uses = usesIn(fn, packs);
    const suspensions = suspensionsBefore(fn, uses.map(({ node }) => node));
    const inTime = new Set(uses.flatMap(({ node }) => (suspensions.has(node) ? [] : [node.getText()])));
    const reports: Report[] = [];
    for (const use of uses) {
      const suspension = suspensions.get(use.node);
      // What has been called in time may be called again. A property has to be read in time each time.
      const isRepeated = isCalled(use.node) && inTime.has(use.node.getText());
      if (suspension && !isRepeated && (yield* isKnown(use, packs))) reports.push(report(fn, use, suspension));
    }
    return reports;
  },
};

function isCalled(node: Node): boolean {
  return isCallExpression(node.parent) && node.parent.expression === node;
}

/** Uses by their names: of events only those that the function is given. */
function usesIn(fn: PlainFunction, packs: readonly Pack[]): readonly Use[] {
  const events = namesIn(packs, 'eventMembers');
  const setups = namesIn(packs, 'setupCalls');
  const given = new Set(fn.parameters.map(({ name }) => (isIdentifier(name) ? name.text : undefined)));
  const uses: Use[] = [];
  forEachOwnNode(fn.body!, node => {
    if (isPropertyAccessExpression(node) && isIdentifier(node.expression) && given.has(node.expression.text)) {
      if (mayBeOneOf(node.name.text, events)) uses.push({ kind: 'event', node });
    }
    const name = isCallExpression(node) ? setupName(node) : undefined;
    if (name !== undefined && mayBeOneOf(name, setups))
      uses.push({ kind: 'setup', node: node as CallExpression, name });
  });
  return uses;
}

/** The name of a function called with no more than a callback: a second argument of Vue's names the component. */
function setupName({ expression, arguments: { length } }: CallExpression): string | undefined {
  if (isPropertyAccessExpression(expression)) return expression.name.text;
  const isOfVue = isIdentifier(expression) && /^on[A-Z]/.test(expression.text);
  return isIdentifier(expression) && !(isOfVue && length > 1) ? expression.text : undefined;
}

function* isKnown(use: Use, packs: readonly Pack[]): Asking<boolean> {
  const isEvent = use.kind === 'event';
  const symbol = isEvent ? yield* ask('symbolAt', use.node.name) : yield* calleeSymbol(use.node.expression);
  return symbol !== undefined && (yield* isOneOf(symbol, namesIn(packs, isEvent ? 'eventMembers' : 'setupCalls')));
}

function report(fn: PlainFunction, use: Use, suspension: Node): Report {
  return {
    node: use.kind === 'event' ? use.node : use.node.expression,
    message: messageFor(use),
    related: [{ at: suspension, message: 'Control is given away here' }],
    fixes: () => hoistFixes(fn, use.node, suspension),
  };
}

function messageFor(use: Use): string {
  if (use.kind === 'setup') {
    return (
      `\`${use.name}()\` no longer knows its component after an \`await\`: it does nothing or throws. ` +
      'Call it before the first one.'
    );
  }
  const { text } = use.node.name;
  if (text === 'currentTarget') {
    return '`currentTarget` is `null` after an `await`, since the event has been dispatched. Read it before.';
  }
  return `\`${text}\` comes too late after an \`await\`: the event has been dispatched. Call it before the first one.`;
}
