/** Code that is made the body of an async function: development servers of Vite run the modules of a server so. */

import { showAs, showBody } from '../function-text.ts';
import type { Treat } from './commonjs.ts';
import { ownFile } from './named-code.ts';

const original = (async () => undefined).constructor as FunctionConstructor;

/** The specification has the parameters end on a line of their own, and the body begin on the next one. */
const HEADER = '\n\n';

const NAME = /^\/\/# sourceURL=(\S+)[ \t]*$/m;

export function watchAsyncFunctions(treat: Treat): void {
  function watching(...parts: unknown[]): unknown {
    const target = new.target ?? original;
    const body = parts.at(-1);
    const path = typeof body === 'string' ? fileNamedIn(body) : undefined;
    if (path === undefined) return Reflect.construct(original, parts, target);
    const code = treat(path, HEADER + String(body), 'module').slice(HEADER.length);
    const made = Reflect.construct(original, [...parts.slice(0, -1), code], target) as object;
    showBody(made, code, String(body));
    return made;
  }
  for (const property of ['name', 'length', 'prototype'] as const) {
    Object.defineProperty(watching, property, { ...Object.getOwnPropertyDescriptor(original, property) });
  }
  Object.setPrototypeOf(watching, Function);
  showAs(watching, original);
  // Not where intrinsics are frozen.
  Reflect.defineProperty(original.prototype as object, 'constructor', { value: watching });
}

/** The file that a body says it comes from; `undefined` where it is none of the program's own. */
function fileNamedIn(body: string): string | undefined {
  const name = NAME.exec(body)?.[1];
  return name === undefined ? undefined : ownFile(name);
}
