/** The programs in `patterns/` that a version of Node can run and record. */

import { readdirSync } from 'node:fs';
import type { NodeVersion } from './nodes.ts';

export const PATTERNS = 'test/trace/patterns';

/** What a timer has started is then started by the program itself, and streams are read by whom nobody knows. */
const NEEDS_RESOURCES = ['for-await-stream.mjs', 'start-in-timer.mjs', 'start-in-timer-of-reaction.mjs'];

/** What V8 has learnt with Node 24. */
const NEEDS_USING = ['await-using.mjs', 'await-using-in-loops.mjs'];

export const patternsFor = ({ isModern, version }: NodeVersion): string[] =>
  readdirSync(PATTERNS)
    .filter(name => (isModern || !NEEDS_RESOURCES.includes(name)) && (version >= 24 || !NEEDS_USING.includes(name)))
    .sort();
