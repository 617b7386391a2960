/** The stack of the code that runs, as readers of its source would have it. */

import type { Stack, StackFrame } from '../../shared/trace/stack.ts';
import { originalPlace } from '../loaded-code.ts';

type CallSite = NodeJS.CallSite;

/** A frame as V8 tells it; both numbers from 1 on, 0 for none. */
export interface RawFrame {
  readonly name: string;
  readonly script: string;
  readonly line: number;
  readonly column: number;
}

/** More frames than that are those of callers of callers, of which nobody wants to know. */
const DEPTH = 32;

/**
 * The frames of the program, the innermost first, without those of the shim and, when it was `interrupted` for this,
 * the one that called us. Runs no code of the program.
 */
export function captureStack(interrupted: boolean): RawFrame[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = DEPTH;
  Error.prepareStackTrace = (_, sites) => sites;
  try {
    const sites = new Error().stack as unknown as readonly CallSite[];
    return sites
      .filter(isOfProgram)
      .slice(interrupted ? 1 : 0)
      .map(rawFrame);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    // Whoever looks finds it as it was.
    if (prepareStackTrace === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Error.prepareStackTrace = prepareStackTrace;
  }
}

/** Callers behind an await do not run. */
const isOfProgram = (site: CallSite): boolean =>
  site.getFileName() !== __filename && !(site as CallSite & { isAsync(): boolean }).isAsync();

function rawFrame(site: CallSite): RawFrame {
  const text = site.toString();
  const name = / \(/.test(text) ? text.slice(0, text.indexOf(' (')) : '';
  const [line, column] = [site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0];
  return { name, script: site.getFileName() ?? '', line, column };
}

export const inSource = (frames: readonly RawFrame[]): Stack => frames.map(frameInSource);

function frameInSource({ name, script, line, column }: RawFrame): StackFrame {
  const place = { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
  if (!/^(?:\/|[A-Za-z]:[\\/]|file:)/.test(script)) return { name, file: script, ...place };
  const { file, ...original } = originalPlace(script, place);
  return { name, file, ...original };
}
