/**
 * The code that understands code: loaded when there is some of which nothing is known yet, since most programs are
 * recorded more than once.
 */

import { createRequire } from 'node:module';
import { compileFunction, readFileSync } from '../natives.ts';
import type * as Parser from '../transform/parser.ts';
import { PARSER_FILE } from '../own-code.ts';

let loaded: typeof Parser | undefined;

export const parser = (): typeof Parser => (loaded ??= load());

/** Past all that the program or the tools around it have put in the way of modules, which is not meant for us. */
function load(): typeof Parser {
  const module = { exports: {} as typeof Parser };
  const run = compileFunction(readFileSync(PARSER_FILE, 'utf8'), ['module', 'exports', 'require'], {
    filename: PARSER_FILE,
  }) as (it: typeof module, exports: typeof Parser, require: NodeJS.Require) => void;
  run(module, module.exports, createRequire(PARSER_FILE));
  return module.exports;
}
