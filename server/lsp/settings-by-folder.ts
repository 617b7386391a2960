/** Which settings count for a file, when each workspace folder may have its own. */

import type { EditorSettings } from '../../shared/settings.ts';

export interface SettingsByFolder {
  /** For files outside all folders. */
  readonly elsewhere: EditorSettings;
  readonly folders: readonly { readonly folder: string; readonly settings: EditorSettings }[];
}

/** True for the folder itself and for all that lies below it. */
const isUnder = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The settings of the innermost folder that holds the file. */
export function settingsFor(all: SettingsByFolder, file: string): EditorSettings {
  let innermost: SettingsByFolder['folders'][number] | undefined;
  for (const entry of all.folders) {
    if (!isUnder(file, entry.folder)) continue;
    if (innermost === undefined || entry.folder.length > innermost.folder.length) innermost = entry;
  }
  return innermost?.settings ?? all.elsewhere;
}
