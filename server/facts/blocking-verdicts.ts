/** What a place runs that may lead to a function which blocks. */

import {
  isCallExpression,
  isElementAccessExpression,
  isPropertyAccessExpression,
  SyntaxKind,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import type { Code, Holder, Site } from '../syntax/call-sites.ts';
import { isDeferred } from '../syntax/code-names.ts';
import { isFirstUse } from '../syntax/first-use.ts';
import { isPlainFunction } from '../syntax/functions.ts';
import { givenValue, holderName, keepsItsValue } from '../syntax/held-names.ts';
import { specifierOf } from '../syntax/loaded-modules.ts';
import { isForDesktops } from '../syntax/platform-checks.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { isCodeOfPackage } from '../syntax/script-files.ts';
import { ask, together, type Asking, type SymbolInfo } from '../engine/questions.ts';
import type { BlockingFunction } from './blocking-function.ts';
import { blockingFunction, blocksWith, markedFunction, type BlockingKnowledge } from './blocking-leaves.ts';
import { ownTargets, targetsOf } from './call-targets.ts';
import { calleeSymbol, functionOfType } from './callee.ts';
import { calledFunction } from './held-functions.ts';
import type { Leads } from './leads.ts';
import { leavesOutCases, type PackageFunction } from './package-code.ts';
import { packageFunction } from './package-functions.ts';
import { isOneOf } from './members.ts';
import { possibleValues } from './possible-values.ts';
import { isRunner, isRunNow } from './runs-now.ts';

/** One call on the way. */
export interface Step {
  /** The callee, or the argument that is called. */
  readonly at: Expression;
  /** It is made once, to fill a cache. */
  readonly isFirstUse: boolean;
}

/** What runs at a place. */
export type Edge =
  | { readonly kind: 'leaf'; readonly step: Step; readonly leaf: BlockingFunction | PackageFunction }
  | { readonly kind: 'call'; readonly step: Step; readonly alternatives: readonly Node[] }
  /** A function that runs where it is written. */
  | { readonly kind: 'in-place'; readonly fn: Node };

/** A name that may stand for what blocks, a function written in place that does, or what may keep one. */
export type Lead = Site | Code | Holder;

/** What a lead turned out to be. */
export interface Verdict {
  readonly edges: readonly Edge[];
  /** Whether it runs with the code around it; what is only handed over does not. */
  readonly runsHere: boolean;
  /** The code of others that told so; `anybody` where any code may have a say. */
  readonly by: readonly Node[] | 'anybody';
}

/** What each lead turned out to be. Those of an earlier program are kept where they still hold. */
export class Verdicts {
  readonly #known: Map<Node, Verdict>;
  readonly #leads: Leads;
  readonly #knowledge: BlockingKnowledge;

  private constructor(known: Map<Node, Verdict>, leads: Leads, knowledge: BlockingKnowledge) {
    this.#known = known;
    this.#leads = leads;
    this.#knowledge = knowledge;
  }

  static *of(leads: Leads, knowledge: BlockingKnowledge): Asking<Verdicts> {
    const kept = (yield* ask('kept', 'blocking')) as Map<BlockingKnowledge, Map<Node, Verdict>>;
    const known = new Map([...(kept.get(knowledge) ?? [])].filter(([at, verdict]) => stillHolds(at, verdict, leads)));
    kept.set(knowledge, known);
    return new Verdicts(known, leads, knowledge);
  }

  *about(all: readonly Lead[]): Asking<readonly Verdict[]> {
    const unknown = all.filter(({ node }) => !this.#known.has(node));
    const found = yield* together(unknown.map(lead => judge(lead, this.#leads, this.#knowledge)));
    for (const [i, { node }] of unknown.entries()) this.#known.set(node, found[i]!);
    return all.map(({ node }) => this.#known.get(node)!);
  }
}

/** What is found in a file that changed are other nodes. */
const stillHolds = (at: Node, { by }: Verdict, leads: Leads): boolean =>
  leads.has(at) && by !== 'anybody' && by.every(node => leads.has(node));

function* judge(lead: Lead, leads: Leads, knowledge: BlockingKnowledge): Asking<Verdict> {
  if ('isMember' in lead) return yield* judgeHeld(lead, leads, knowledge);
  if (!('use' in lead)) return yield* judgeInPlace(lead, leads, knowledge);
  const { edges, by } = yield* edgesAt(lead, leads, knowledge);
  const runsHere = edges.length > 0 && (lead.use !== 'handed' || (yield* isRunner(lead.call!, knowledge)));
  return { edges, runsHere, by };
}

type Found = Pick<Verdict, 'edges' | 'by'>;

const NOTHING: Found = { edges: [], by: [] };

const foundBy = (edges: readonly Edge[]): Found => ({ edges, by: codeIn(edges) });

const codeIn = (edges: readonly Edge[]): readonly Node[] =>
  edges.flatMap(edge => (edge.kind === 'call' ? edge.alternatives : []));

function* judgeHeld({ node }: Holder, leads: Leads, knowledge: BlockingKnowledge): Asking<Verdict> {
  const value = keepsItsValue(node) ? holderName(node) : givenValue(node);
  const edges = value
    ? yield* edgesOf(value as Expression, { at: value as Expression, isFirstUse: false }, leads, knowledge)
    : [];
  return { ...foundBy(edges), runsHere: false };
}

/** What a function runs that a value names, whenever it is called. */
function* edgesOf(value: Expression, step: Step, leads: Leads, knowledge: BlockingKnowledge): Asking<readonly Edge[]> {
  const symbol = yield* calledFunction(value);
  if (!symbol || (yield* isOneOf(symbol, knowledge.harmless))) return [];
  const leaf = yield* leafOf(symbol, knowledge);
  if (leaf) return [{ kind: 'leaf', step, leaf }];
  const targets = yield* targetsOf(symbol, 'called', leads);
  return targets.map(target => ({ kind: 'call', step, ...target }));
}

function* judgeInPlace(code: Code, leads: Leads, knowledge: BlockingKnowledge): Asking<Verdict> {
  const runsHere = yield* isRunNow(code, leads, knowledge);
  const taker = code.handedTo && (yield* calleeSymbol(code.handedTo.call.expression));
  const targets = taker ? yield* targetsOf(taker, 'called', leads) : [];
  const by = targets.flatMap(({ alternatives }) => alternatives);
  return { edges: [{ kind: 'in-place', fn: code.node }], runsHere, by };
}

function* edgesAt(site: Site, leads: Leads, knowledge: BlockingKnowledge): Asking<Found> {
  if (isCodeOfPackage(site.node) && isForDesktops(site.node)) return NOTHING;
  if (site.use === 'loaded') return foundBy(yield* loadedAt(site, leads));
  const symbol = yield* calledFunction(site.node);
  if (!symbol || (yield* isOneOf(symbol, knowledge.harmless))) return NOTHING;
  const step: Step = { at: site.node, isFirstUse: isFirstUse(site.node) };
  const values = site.use === 'called' || site.use === 'handed' ? yield* possibleValues(symbol, leads) : undefined;
  if (values) {
    const edges = yield* edgesOfAny(values, step, leads, knowledge);
    return { edges: edges.filter(edge => edge.kind !== 'leaf' || blocksHere(edge.leaf, site)), by: 'anybody' };
  }
  const leaf = yield* leafOf(symbol, knowledge);
  if (leaf) return blocksHere(leaf, site) ? foundBy([{ kind: 'leaf', step, leaf }]) : NOTHING;
  const targets = isOfBaseClass(site.node)
    ? yield* ownTargets(symbol)
    : yield* targetsOf(symbol, site.use === 'handed' ? 'called' : site.use, leads);
  return foundBy(targets.map(target => ({ kind: 'call', step, ...target })));
}

/** What runs where one of some values is called: it blocks if all of them do. */
function* edgesOfAny(
  values: readonly Expression[],
  step: Step,
  leads: Leads,
  knowledge: BlockingKnowledge,
): Asking<readonly Edge[]> {
  const alternatives: Node[] = [];
  const leaves: Edge[] = [];
  for (const value of values.map(withoutAssertions)) {
    const edges = isPlainFunction(value) ? inPlace(value, step) : yield* edgesOf(value, step, leads, knowledge);
    const [edge] = edges;
    if (edges.length !== 1 || !edge || edge.kind === 'in-place') return [];
    if (edge.kind === 'leaf') leaves.push(edge);
    else alternatives.push(...edge.alternatives);
  }
  return alternatives.length > 0 ? [{ kind: 'call', step, alternatives }] : leaves.slice(0, 1);
}

const inPlace = (fn: Node, step: Step): readonly Edge[] =>
  isDeferred(fn) ? [] : [{ kind: 'call', step, alternatives: [fn] }];

function* leafOf(
  symbol: SymbolInfo,
  knowledge: BlockingKnowledge,
): Asking<BlockingFunction | PackageFunction | undefined> {
  return (
    (yield* blockingFunction(symbol, knowledge)) ??
    (yield* markedFunction(symbol)) ??
    (yield* packageFunction(symbol, knowledge))
  );
}

/** A module runs when it is loaded first. */
function* loadedAt({ node }: Site, leads: Leads): Asking<readonly Edge[]> {
  const specifier = isCallExpression(node) ? specifierOf(node) : undefined;
  // Of `require` in JavaScript the compiler knows what it gives only.
  const symbol = (specifier && (yield* calleeSymbol(specifier))) ?? (yield* functionOfType(node));
  const files = new Set(symbol?.declarations.map(({ file }) => file));
  const alternatives = leads.files.map(({ source }) => source).filter(({ fileName }) => files.has(fileName));
  return alternatives.length > 0 ? [{ kind: 'call', step: { at: node, isFirstUse: true }, alternatives }] : [];
}

/** `super.load` is that of the base class. */
const isOfBaseClass = (callee: Node): boolean =>
  (isPropertyAccessExpression(callee) || isElementAccessExpression(callee)) &&
  callee.expression.kind === SyntaxKind.SuperKeyword;

function blocksHere(leaf: BlockingFunction | PackageFunction, { use, call }: Site): boolean {
  if ('via' in leaf && use === 'called') return !leavesOutCases(leaf, call?.arguments?.length ?? 0);
  if ('via' in leaf) return use === 'handed';
  return use === 'called' && (call === undefined || blocksWith(leaf, call));
}
