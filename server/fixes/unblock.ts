/** Ways to mend a call that blocks. */

import type { Asking } from '../engine/questions.ts';
import type { BlockingPath } from '../facts/blocking.ts';
import type { BlockingFunction } from '../facts/blocking-function.ts';
import { asyncChain, type AsyncChain } from './async-chain.ts';
import type { DraftEdit, FixDraft } from './draft.ts';
import { functionName } from '../syntax/function-name.ts';
import { markNonblocking } from './mark-nonblocking.ts';
import { promiseCall } from './promise-api.ts';

/** The promise API in place of the function that blocks, awaited all the way; then the mark that it does not matter. */
export function* unblock({ steps, leaf }: BlockingPath): Asking<readonly FixDraft[]> {
  const replaced = yield* promiseCall(steps.at(-1)!.at, leaf);
  const chain = replaced && (yield* asyncChain(replaced.call, replaced.property));
  const mark = steps.length > 1 ? yield* markNonblocking(steps[0]!.at) : [];
  if (!chain) return mark;
  const edits = joined([...chain.edits, ...replaced.edits]);
  const title = titleOf(chain, replaced.text);
  return [{ title, kind: 'suggestion', proof: 'type-check', edits, usedIn: chain.usedIn }, ...mark];
}

/** What to do about a function that blocks, as a sentence. */
export function advice({ instead, otherwise = 'Do it in a worker thread.' }: BlockingFunction): string {
  if (!instead) return otherwise;
  const { name, module, how } = instead;
  return `Use \`${how === 'promisify' ? `promisify(${name})` : name}\` of \`${module}\`, and await it.`;
}

/** What is inserted where a replacement begins becomes part of it: editors differ in what they put first. */
function joined(edits: readonly DraftEdit[]): DraftEdit[] {
  const replacements = edits.filter(({ start, end }) => start < end);
  const replacementAt = (edit: DraftEdit): DraftEdit | undefined =>
    replacements.find(one => one !== edit && one.file === edit.file && one.start === edit.start);
  return edits
    .filter(edit => !replacementAt(edit))
    .map(edit => ({ ...edit, text: [...edits.filter(one => replacementAt(one) === edit), edit].map(one => one.text).join('') }));
}

function titleOf({ functions, calls }: AsyncChain, text: string): string {
  if (functions.length === 0) return `Await \`${text}\` instead`;
  const names = functions.map(fn => functionName(fn)?.getText()).filter(name => name !== undefined);
  const shown = names.slice(0, 3).map(name => `\`${name}\``).join(', ');
  const made = names.length === 0 ? 'the callback' : `${shown}${functions.length > names.slice(0, 3).length ? ', …' : ''}`;
  const callers = calls.length - 1;
  const awaited = callers === 0 ? '' : `, await ${callers === 1 ? 'one call' : `${callers} calls`}`;
  return `Make the chain async: await \`${text}\`, make ${made} async${awaited}`;
}
