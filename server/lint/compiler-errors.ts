/** What can be done about the compiler's own errors: the TypeScript 7 language server has no fixes for them. */

import type { Fix } from '../../shared/finding.ts';
import type { Program, ProgramDiagnostic } from '../engine/program.ts';
import {
  allowAwait,
  awaitArguments,
  awaitAssigned,
  awaitOperands,
  awaitOwner,
  awaitReported,
  removeUselessAwait,
  type CompilerErrorFixes,
} from '../fixes/compiler-errors.ts';
import { useAsyncFunction } from '../fixes/use-async-function.ts';
import { nodeCovering } from '../syntax/node-at.ts';
import { toFix, type Places } from './findings.ts';
import type { FixVerification } from './fix-verification.ts';

/** An error as its publisher reports it; offsets as in `Place`. */
export interface CompilerError {
  readonly code: number;
  readonly start: number;
  readonly end: number;
}

interface Row {
  /** A suggestion leaves the program as it was to the type checker, an error must be gone after the fix. */
  readonly kind: 'error' | 'suggestion';
  readonly fixes: CompilerErrorFixes;
}

/** https://github.com/microsoft/TypeScript/blob/main/src/compiler/diagnosticMessages.json */
const FIXES: Readonly<Record<number, Row>> = {
  /** 'for await' loops are only allowed within async functions … */
  1103: { kind: 'error', fixes: allowAwait },
  /** 'await' expressions are only allowed within async functions … */
  1308: { kind: 'error', fixes: allowAwait },
  /** Type 'Promise<…>' is not assignable to type … */
  2322: { kind: 'error', fixes: awaitAssigned },
  /** Property … does not exist on type 'Promise<…>'. */
  2339: { kind: 'error', fixes: awaitOwner },
  /** Argument of type 'Promise<…>' is not assignable to parameter of type … */
  2345: { kind: 'error', fixes: awaitReported },
  /** This expression is not callable. */
  2349: { kind: 'error', fixes: awaitReported },
  /** Conversion of type 'Promise<…>' to type … may be a mistake … */
  2352: { kind: 'error', fixes: awaitOperands },
  /** The left-hand side of an arithmetic operation must be … */
  2362: { kind: 'error', fixes: awaitOperands },
  /** The right-hand side … */
  2363: { kind: 'error', fixes: awaitOperands },
  /** Operator … cannot be applied to types … and 'Promise<…>'. */
  2365: { kind: 'error', fixes: awaitOperands },
  /** This comparison appears to be unintentional because the types … and 'Promise<…>' have no overlap. */
  2367: { kind: 'error', fixes: awaitOperands },
  /** Type 'Promise<…>' must have a '[Symbol.iterator]()' method that returns an iterator. */
  2488: { kind: 'error', fixes: awaitAssigned },
  /** Property … does not exist on type 'Promise<…>'. Did you mean … ? */
  2551: { kind: 'error', fixes: awaitOwner },
  /** Type 'Promise<…>' is missing the following properties from type … */
  2739: { kind: 'error', fixes: awaitAssigned },
  2740: { kind: 'error', fixes: awaitAssigned },
  /** Property … is missing in type 'Promise<…>' but required in type … */
  2741: { kind: 'error', fixes: awaitAssigned },
  /** No overload matches this call. */
  2769: { kind: 'error', fixes: awaitArguments },
  /** This condition will always return true since this 'Promise<…>' is always defined. */
  2801: { kind: 'error', fixes: awaitReported },
  /** Element implicitly has an 'any' type because expression of type … can't be used to index type 'Promise<…>'. */
  7053: { kind: 'error', fixes: awaitOwner },
  /** This may be converted to an async function. */
  80006: { kind: 'suggestion', fixes: useAsyncFunction },
  /** 'await' has no effect on the type of this expression. */
  80007: { kind: 'suggestion', fixes: removeUselessAwait },
};

/** Whether there are fixes for errors with this number. */
export const isMendable = (code: number): boolean => code in FIXES;

/**
 * Fixes after which the error is gone and no other is there. None for an error that the program does not have:
 * whoever published it saw another text.
 */
export function compilerErrorFixes(
  program: Program,
  file: string,
  reported: CompilerError,
  places: Places,
  verification: FixVerification,
): Fix[] {
  const row = FIXES[reported.code];
  const source = program.sourceFile(file);
  if (!row || !source) return [];
  const error = row.kind === 'error' ? sameError(program.diagnostics(file), reported) : undefined;
  if (row.kind === 'error' && !error) return [];
  const { start, end } = error ?? reported;
  const [drafts] = program.run([row.fixes(nodeCovering(source, start, end))]);
  const trials = drafts!.map(draft => ({ fix: toFix(draft, places), usedIn: draft.usedIn ?? [] }));
  const accepted = verification.accepted(trials, error);
  return trials.map(({ fix }) => fix).filter(fix => accepted.has(fix));
}

/** Releases of the compiler differ in how much of the code they underline. */
function sameError(
  all: readonly ProgramDiagnostic[],
  { code, start, end }: CompilerError,
): ProgramDiagnostic | undefined {
  return all.find(one => one.code === code && one.start <= end && start <= one.end);
}
