/** What exported things are called. */

import type { Site } from '../../shared/trace/site.ts';

/** The function's name, the text that is awaited, or the file's name for the module that it is. */
export function labelOf(site: Site | undefined): string {
  if (site === undefined) return 'unknown';
  return site.name || (site.kind === 'module' ? baseName(site.file) : 'anonymous');
}

/** The last part of a path, of whatever platform. */
export const baseName = (path: string): string => path.replaceAll('\\', '/').split('/').at(-1)!;
