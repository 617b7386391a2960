/** Files that only the scripts beside them use: what they block, nobody waits for either. */

import type { FileSites } from '../syntax/call-sites.ts';
import { isScript } from '../syntax/script-files.ts';
import { isTestFile } from '../syntax/test-files.ts';
import { moduleName, nameOfModule } from '../syntax/loaded-modules.ts';
import type { Leads } from './leads.ts';

/**
 * Whether all files but tests that import a file are scripts in its folder or below, or are used by such alone. A
 * script that starts a server is one that others wait for.
 * @param root absolute folder above which names of folders mean nothing
 */
export function isScriptOnly(file: FileSites, leads: Leads, root: string): boolean {
  const folder = folderOf(file.source.fileName);
  const used = new Set([file]);
  let scripts = 0;
  for (const one of used) {
    const name = moduleName(one.source);
    const importers = leads
      .filesWith(name)
      .filter(other => mayImport(other, name) && !isTestFile(fileName(other), root));
    const areNear = importers.every(other => fileName(other).startsWith(folder) && !mayServe(other.source.text));
    if (importers.length === 0 || !areNear) return false;
    for (const other of importers) {
      if (isScript(other.source, root)) scripts++;
      else used.add(other);
    }
  }
  return scripts > 0;
}

/** Whether a script with this text may start a server. */
export const mayServe = (text: string): boolean => /\b(?:listen|createServer|serve)\(/.test(text);

const fileName = ({ source }: FileSites): string => source.fileName;
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** By the last part of what it imports: one that means another module of that name is taken to mean this. */
const mayImport = ({ specifiers }: FileSites, name: string): boolean =>
  specifiers.some(specifier => nameOfModule(specifier) === name);
