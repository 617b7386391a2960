/** The editor's URIs and the linter's absolute paths with forward slashes. */

import { posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PACK_SUFFIX, PROJECT_FILE } from '../../shared/settings.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  typescript: '.ts',
  typescriptreact: '.tsx',
  javascript: '.js',
  javascriptreact: '.jsx',
};
const SOURCE = /\.[cm]?[jt]sx?$/;

/** An absolute path with forward slashes. @throws TypeError for what is no `file:` URI */
export const toFile = (uri: string): string => fileURLToPath(uri).replaceAll('\\', '/');

/** The URI of an absolute path. */
export const toUri = (file: string): string => pathToFileURL(file).href;

export type DocumentKind = 'source' | 'config';

/** What a file is to the linter; `undefined` when it is nothing to it. */
export function kindOf(file: string): DocumentKind | undefined {
  if (posix.basename(file) === PROJECT_FILE || file.endsWith(PACK_SUFFIX)) return 'config';
  return SOURCE.test(file) ? 'source' : undefined;
}

/**
 * The path under which a document is linted; `undefined` for documents that are not.
 * An untitled document without a folder gets a path in `root`, so that imports of packages are found from there.
 */
export function pathOf(uri: string, languageId: string, root: string): string | undefined {
  const url = new URL(uri);
  if (url.protocol === 'file:') return toFile(uri);
  if (url.protocol !== 'untitled:') return undefined;
  if (url.pathname.startsWith('/')) return toFile(`file://${url.pathname}`);
  const extension = EXTENSIONS[languageId];
  return extension && posix.join(root, `${decodeURIComponent(url.pathname).toLowerCase()}${extension}`);
}
