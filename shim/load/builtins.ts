/** Node's own modules, at the time when the program first asks for one: to load those for ourselves takes long. */

import nodeModule, { createRequire } from 'node:module';
import { showAs } from '../function-text.ts';

type Act = (module: object) => void;

/** Hooks that run in the program's own thread hear of Node's modules as well: see `modules.ts`. */
const isTold = 'registerHooks' in nodeModule;

const expected = new Map<string, Act[]>();

/** Calls `act` before the program gets the module: at once where it cannot be known when that is. */
export function whenAskedFor(name: string, act: Act): void {
  if (!isTold) return act(createRequire(__filename)(`node:${name}`) as object);
  if (expected.size === 0) watchGetBuiltinModule();
  expected.set(name, [...(expected.get(name) ?? []), act]);
}

/** `id` has or has not `node:` before it. */
export function builtinAskedFor(id: string): void {
  const name = id.replace(/^node:/, '');
  const acts = expected.get(name);
  if (acts === undefined) return;
  expected.delete(name);
  for (const act of acts) act(original(name)!);
}

type GetBuiltinModule = (id: string) => object | undefined;

let original: GetBuiltinModule;

/** The one way to a module that goes past all hooks. */
function watchGetBuiltinModule(): void {
  original = process.getBuiltinModule;
  const watching = {
    getBuiltinModule(id: string): object | undefined {
      builtinAskedFor(id);
      return original(id);
    },
  };
  Object.defineProperties(watching.getBuiltinModule, Object.getOwnPropertyDescriptors(original));
  showAs(watching.getBuiltinModule, original);
  process.getBuiltinModule = watching.getBuiltinModule as typeof process.getBuiltinModule;
}
