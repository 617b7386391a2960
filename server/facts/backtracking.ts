/** Regular expressions that try exponentially many ways before they give up on a text. */

import type { analyse, Literal, Report, TradeReport } from 'scslre';

/** What is wrong with one, and how to mend it. */
export interface Backtracking {
  /** Repeated some thirty times, it keeps the expression busy for seconds. */
  readonly character: string;
  /** The repetition that can go through such a text in many ways. */
  readonly repetition: string;
  /** A literal that matches the same, and without the many ways; none where that has to be thought about. */
  readonly mended: string | undefined;
}

/** Loaded when it is first needed: its tables of characters take longer than all else does to load. */
declare const require: (module: 'scslre') => { readonly analyse: typeof analyse };

/** Only a group that is repeated may be gone through in exponentially many ways. */
const REPEATED_GROUP = /\)(?:[*+]|\{\d*,)/g;
/** What is longer or more repeated than that may take the analysis itself too long. */
const MAX_LENGTH = 1000;
const MAX_REPEATED_GROUPS = 8;

const known = new Map<string, Backtracking | undefined>();

/** Each expression is looked at once. Some that an alternation makes slow are not recognized. */
export function exponentialBacktracking(source: string, flags: string): Backtracking | undefined {
  const repeated = source.match(REPEATED_GROUP)?.length ?? 0;
  if (repeated === 0 || repeated > MAX_REPEATED_GROUPS || source.length > MAX_LENGTH) return undefined;
  const literal = `/${source}/${flags}`;
  if (!known.has(literal)) {
    const report = exponentialReport({ source, flags });
    known.set(literal, report && described(report));
  }
  return known.get(literal);
}

function described(report: Report): Backtracking {
  const { character } = report;
  return { character: character.pick, repetition: quantifierOf(report)?.raw ?? '', mended: mended(report) };
}

function exponentialReport(literal: Literal): Report | undefined {
  let expression: RegExp;
  try {
    expression = new RegExp(literal.source, literal.flags);
  } catch {
    // A newer syntax than ours, or a mistake that the compiler reports.
    return undefined;
  }
  const { reports } = require('scslre').analyse(expression, {
    assumeRejectingSuffix: false,
    reportTypes: { Move: false, Self: true, Trade: true },
  });
  return reports.find(report => {
    const quantifier = report.exponential ? quantifierOf(report) : undefined;
    return quantifier && mayFailAfter(quantifier);
  });
}

type Quantifier = TradeReport['endQuant'];
type Alternative = Quantifier['parent'];
type Part = Quantifier | Alternative | Alternative['parent'];

function quantifierOf(report: Report): Quantifier | undefined {
  if (report.type === 'Self') return report.parentQuant;
  return report.type === 'Trade' ? report.endQuant : undefined;
}

/** Whoever gets to the end of the expression has a match, and looks for no other way there. */
function mayFailAfter(quantifier: Quantifier): boolean {
  return !isLast(outermost(quantifier, quantifier));
}

/** The repetition without end that all others around a part belong to. */
function outermost(part: Part, found: Quantifier): Quantifier {
  if (part.type === 'Pattern') return found;
  return outermost(part.parent, part.type === 'Quantifier' && part.max === Infinity ? part : found);
}

function isLast(part: Part): boolean {
  if (part.type === 'Pattern') return true;
  if (part.type === 'Alternative') return isLast(part.parent);
  const { parent } = part;
  return parent.type === 'Alternative' && parent.elements.at(-1) === part && isLast(parent);
}

/** One report's fix may leave another report, or bring one. */
const MAX_FIXES = 4;

function mended(report: Report): string | undefined {
  let last: Report | undefined = report;
  for (let fixes = 0; fixes < MAX_FIXES; fixes++) {
    const literal: Literal | undefined = last.fix();
    last = literal && exponentialReport(literal);
    if (!last) return literal && `/${literal.source}/${literal.flags}`;
  }
  return undefined;
}

