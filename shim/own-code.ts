/** The files that our own code lies in. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const PARSER_FILE = join(__dirname, 'shim-parser.cjs');

const OWN: ReadonlySet<unknown> = new Set([__filename, PARSER_FILE].flatMap(file => [file, pathToFileURL(file).href]));

/** By a path or a URL. */
export const isOwnCode = (file: string | null | undefined): boolean => OWN.has(file);
