/** Code that somebody puts together and that says which file it comes from. */

import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLibrary } from '../transform/libraries.ts';

/** The path of the program's own file that a name means; `undefined` for another name, and for a library. */
export function ownFile(name: string): string | undefined {
  const path = name.startsWith('file:///') ? pathOfUrl(name) : name;
  return path !== undefined && isAbsolute(path) && !isLibrary(path) ? path : undefined;
}

/** Some URLs name no file, such as those with `%2F` in them: the program may call its code so. */
function pathOfUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}
