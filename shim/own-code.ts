/** The files that our own code lies in. */

import { join } from 'node:path';

export const PARSER_FILE = join(__dirname, 'shim-parser.cjs');

export const isOwnCode = (file: string | null | undefined): boolean => file === __filename || file === PARSER_FILE;
