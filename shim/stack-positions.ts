/** Stack traces show the columns that their readers' files have. */

import { originalColumn, type Shifts } from './transform/shifts.ts';

type CallSite = NodeJS.CallSite;
type Prepare = (error: Error, trace: CallSite[]) => unknown;

/** By the name under which V8 knows the code: a path or a URL. */
const shiftsOf = new Map<string, Shifts>();

export function noteShifts(script: string, shifts: Shifts): void {
  shiftsOf.set(script, shifts);
}

/** Where Node applies source maps itself, they lead through the insertions as well. */
export function hideShifts(): void {
  const original = Error.prepareStackTrace as Prepare | undefined;
  if (original === undefined || (process as { sourceMapsEnabled?: boolean }).sourceMapsEnabled) return;
  const prepare: Prepare = (error, trace) => original(error, trace.map(original_ => moved(original_)));
  Error.prepareStackTrace = Object.defineProperty(prepare, 'name', { value: original.name });
}

function moved(site: CallSite): CallSite {
  const shifts = shiftsOf.get(site.getFileName() ?? '');
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  const shift = line === null ? undefined : shifts?.get(line - 1);
  if (shift === undefined || column === null) return site;
  const right = originalColumn(shift, column - 1) + 1;
  return new Proxy(site, {
    get(target, name) {
      if (name === 'getColumnNumber') return () => right;
      if (name === 'toString') return () => target.toString().replace(`:${line}:${column}`, `:${line}:${right}`);
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
