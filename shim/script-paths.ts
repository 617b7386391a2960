/** What V8 calls scripts: paths, URLs of files, and whatever a program says of code that it has made. */

import { fileURLToPath } from 'node:url';

/** The path that a name means, where it is the URL of a file; else the name. Some URLs name none: `file:///a%2Fb`. */
export function pathOfScript(name: string): string {
  if (!name.startsWith('file:')) return name;
  try {
    return fileURLToPath(name);
  } catch {
    return name;
  }
}
