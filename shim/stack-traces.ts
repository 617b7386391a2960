/** Stack traces show the columns that their readers' files have, and nothing of the shim. */

import { originalColumn, type Shifts } from './transform/shifts.ts';

type CallSite = NodeJS.CallSite;
type Changes = Partial<CallSite> & { toString(): string };
type Prepare = (error: Error, trace: CallSite[]) => unknown;

/** By the name under which V8 knows the code: a path or a URL. */
const shiftsOf = new Map<string, Shifts>();

/** Brings in what another thread has found out. */
let update: () => void = () => undefined;

export function updateShiftsBy(fetch: () => void): void {
  update = fetch;
}

export function noteShifts(script: string, shifts: Shifts): void {
  shiftsOf.set(script, shifts);
}

/** How the columns of some code have moved; `undefined` when nothing was inserted. */
export function shiftsIn(script: string): Shifts | undefined {
  update();
  return shiftsOf.get(script);
}

/** Where Node applies source maps itself, they lead through the insertions as well. */
export function cleanStackTraces(): void {
  const original = Error.prepareStackTrace as Prepare | undefined;
  if (original === undefined || (process as { sourceMapsEnabled?: boolean }).sourceMapsEnabled) return;
  const prepare: Prepare = (error, trace) => original(error, cleaned(trace));
  Error.prepareStackTrace = Object.defineProperty(prepare, 'name', { value: original.name });
}

function cleaned(trace: readonly CallSite[]): CallSite[] {
  update();
  const clean: CallSite[] = [];
  for (const site of trace) {
    if (site.getFileName() !== __filename) clean.push(moved(site));
    // V8 does not find the name of a method that we have put another one in place of.
    else if (clean.length > 0) clean[clean.length - 1] = named(clean.at(-1)!, site.getMethodName() ?? '');
  }
  return clean;
}

const named = (site: CallSite, name: string): CallSite =>
  withChanges(site, {
    getFunctionName: () => site.getFunctionName() ?? name,
    toString: () => site.toString().replace('.<anonymous> (node:', `.${name} (node:`),
  });

function moved(site: CallSite): CallSite {
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  const shifts = line === null ? undefined : shiftsOf.get(site.getFileName() ?? '')?.get(line - 1);
  if (shifts === undefined || column === null) return site;
  const right = originalColumn(shifts, column - 1) + 1;
  return withChanges(site, {
    getColumnNumber: () => right,
    toString: () => site.toString().replace(`:${line}:${column}`, `:${line}:${right}`),
  });
}

function withChanges(site: CallSite, changes: Changes): CallSite {
  return new Proxy(site, {
    get(target, name) {
      const value = (Reflect.get(changes, name) ?? Reflect.get(target, name)) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
