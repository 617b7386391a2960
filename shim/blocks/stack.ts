/** The stack of the code that runs, as readers of its source would have it. */

import type { Stack, StackFrame } from '../../shared/trace/stack.ts';
import { nameOfPlace, originalPlace } from '../loaded-code.ts';
import { isOwnCode } from '../own-code.ts';
import { givenRaw } from '../stack-traces.ts';

type CallSite = NodeJS.CallSite;

/** A frame as V8 tells it; both numbers from 1 on, 0 for none. */
export interface RawFrame {
  readonly name: string;
  readonly script: string;
  readonly line: number;
  readonly column: number;
}

const sitesOnly = givenRaw((_, sites) => sites);

/** More frames than that are those of callers of callers, of which nobody wants to know. */
const DEPTH = 32;

/**
 * The frames of the program, the innermost first, without those of the shim and, when it was `interrupted` for this,
 * the one that called us. `native` is the function of Node or V8 that is on its way back. Runs no code of the program.
 */
export function captureStack(interrupted: boolean, native: string): RawFrame[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  // Frozen, with `--frozen-intrinsics`.
  if (!Reflect.set(Error, 'stackTraceLimit', DEPTH)) return [];
  Error.prepareStackTrace = sitesOnly;
  try {
    const sites = new Error().stack as unknown as readonly CallSite[];
    const all = sites.slice(sites.findIndex(site => !isOwnCode(site.getFileName())) + (interrupted ? 1 : 0));
    const frames = all.filter(isOfProgram).map(rawFrame);
    // What has called it is ours.
    const returns = native !== '' && (!interrupted || isOwnCode(all[0]?.getFileName()));
    return returns ? [{ name: native, script: '', line: 0, column: 0 }, ...frames] : frames;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
}

/** Callers behind an await do not run. */
const isOfProgram = (site: CallSite): boolean =>
  !isOwnCode(site.getFileName()) && !(site as CallSite & { isAsync(): boolean }).isAsync();

function rawFrame(site: CallSite): RawFrame {
  const text = site.toString();
  const name = / \(/.test(text) ? text.slice(0, text.indexOf(' (')) : '';
  const [line, column] = [site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0];
  return { name, script: site.getFileName() ?? '', line, column };
}

/** A stack in places of the original source. */
export const inSource = (frames: readonly RawFrame[]): Stack => frames.map(frameInSource);

function frameInSource({ name, script, line, column }: RawFrame): StackFrame {
  const place = { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
  if (!/^(?:\/|[A-Za-z]:[\\/]|file:)/.test(script)) return { name, file: script, ...place };
  const original = originalPlace(script, place);
  // Nobody changes packages: what is wrong there is told of those who call them.
  if (original.file.includes('/node_modules/')) return { name, ...original };
  return { name, ...original, id: nameOfPlace(script, original) };
}
