/** Stack traces show the columns that their readers' files have, and nothing of the shim. */

import { isOwnCode } from './own-code.ts';
import { originalColumn, type Shifts } from './transform/shifts.ts';

type CallSite = NodeJS.CallSite;
type Changes = Partial<CallSite> & { toString(): string };
type Prepare = (error: Error, trace: CallSite[]) => unknown;

/** By the name under which V8 knows the code: a path or a URL. */
const shiftsOf = new Map<string, Shifts>();

/** Brings in what another thread has found out. */
let update: () => void = () => undefined;

/** `fetch` is called before shifts are looked up: it may note more. */
export function updateShiftsBy(fetch: () => void): void {
  update = fetch;
}

/** What was inserted into a script, by its path or URL. */
export function noteShifts(script: string, shifts: Shifts): void {
  shiftsOf.set(script, shifts);
}

/** How the columns of some code have moved; `undefined` when nothing was inserted. */
export function shiftsIn(script: string): Shifts | undefined {
  update();
  return shiftsOf.get(script);
}

/** The names of all code with insertions. */
export function shiftedScripts(): Iterable<string> {
  update();
  return shiftsOf.keys();
}

const clean = new WeakSet<object>();

/** What stands for a function that is given clean traces; itself, for what was made here or is to be given raw ones. */
const cleaning = new WeakMap<Prepare, Prepare>();

/** Traces as V8 gives them are given to `prepare`, which is ours. */
export function givenRaw(prepare: Prepare): Prepare {
  cleaning.set(prepare, prepare);
  return prepare;
}

/** Whatever the program puts in its place, `prepareStackTrace` of this `Error` is given clean traces. */
export function cleanStackTraces(errors: ErrorConstructor): void {
  if (clean.has(errors)) return;
  clean.add(errors);
  const native = errors.prepareStackTrace as Prepare | undefined;
  let given: unknown;
  if (native !== undefined) {
    const ours = named(native.name, (error, trace) => native(error, mappedByNode() ? trace : cleaned(trace)));
    given = givenRaw(ours);
  }
  Object.defineProperty(errors, 'prepareStackTrace', {
    configurable: true,
    enumerable: false,
    get: () => given,
    set(value: unknown) {
      given = typeof value === 'function' ? cleaningOf(value as Prepare) : value;
    },
  });
}

/** Where Node applies source maps itself, they lead through the insertions as well. */
let goesOn = false;

/** Whether traces are cleaned here although source maps are enabled: that was our doing. */
export function cleanWithMaps(cleans: boolean): void {
  goesOn = cleans;
}

const mappedByNode = (): boolean => !goesOn && (process as { sourceMapsEnabled?: boolean }).sourceMapsEnabled === true;

/** The same for the same function, and for what was got here before. */
function cleaningOf(prepare: Prepare): Prepare {
  const made = cleaning.get(prepare);
  if (made !== undefined) return made;
  const result = named(prepare.name, function (this: unknown, error, trace) {
    return Reflect.apply(prepare, this, [error, cleaned(trace)]);
  });
  cleaning.set(prepare, result);
  cleaning.set(result, result);
  return result;
}

const named = (name: string, prepare: Prepare): Prepare => Object.defineProperty(prepare, 'name', { value: name });

function cleaned(trace: readonly CallSite[]): CallSite[] {
  update();
  const result: CallSite[] = [];
  for (const site of trace) {
    if (isTrampoline(site)) continue;
    if (!isOwnCode(site.getFileName())) result.push(moved(site));
    // V8 does not find the name of a method that we have put another one in place of.
    else if (result.length > 0) result[result.length - 1] = callNamed(result.at(-1)!, site.getMethodName() ?? '');
  }
  return result;
}

/** Through it Node calls back while resources are watched. */
const isTrampoline = (site: CallSite): boolean =>
  site.getFileName() === 'node:internal/async_hooks' && site.getFunctionName() === 'callbackTrampoline';

const callNamed = (site: CallSite, name: string): CallSite =>
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
