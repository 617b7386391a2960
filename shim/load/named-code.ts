/** Code that somebody puts together and that says which file it comes from. */

import { isAbsolute } from 'node:path';
import { pathOfScript } from '../script-paths.ts';
import { isLibrary } from '../transform/libraries.ts';

/** The path of the program's own file that a name means; `undefined` for another name, and for a library. */
export function ownFile(name: string): string | undefined {
  const path = pathOfScript(name);
  return isAbsolute(path) && !isLibrary(path) ? path : undefined;
}
