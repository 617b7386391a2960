/** Ways to mend a call that blocks. */

import type { Asking } from '../engine/questions.ts';
import type { BlockingPath } from '../facts/blocking.ts';
import type { BlockingFunction, Replacement } from '../facts/blocking-function.ts';
import { asyncChain, type AsyncChain, type Stuck } from './async-chain.ts';
import type { DraftEdit, FixDraft } from './draft.ts';
import type { Expression } from '../syntax/ast.ts';
import { functionName } from '../syntax/function-name.ts';
import { markNonblocking } from './mark-nonblocking.ts';
import { promiseCall } from './promise-api.ts';

/** The promise API in place of the function that blocks, awaited all the way; then the mark that it does not matter. */
export function* unblock({ steps, leaf }: BlockingPath): Asking<readonly FixDraft[]> {
  const chain = yield* awaitedChain(steps.at(-1)!.at, leaf);
  const isStuck = 'because' in chain;
  const because = isStuck ? chain.because : 'with a promise, the types do not fit';
  const mark = steps.length > 1 ? yield* markNonblocking(steps[0]!.at, because) : [];
  return isStuck ? mark : [chain, ...mark];
}

function* awaitedChain(callee: Expression, leaf: BlockingFunction): Asking<FixDraft | Stuck> {
  const replaced = yield* promiseCall(callee, leaf);
  if (!replaced) return { because: `\`${leaf.name}\` has no counterpart that does the same here` };
  const chain = yield* asyncChain(replaced.call, replaced.property);
  if ('because' in chain) return chain;
  const edits = joined([...chain.edits, ...replaced.edits]);
  return { title: titleOf(chain, replaced.text), kind: 'suggestion', proof: 'type-check', edits, usedIn: chain.usedIn };
}

/**
 * What to do about a way to a function that blocks through others, as a sentence; `undefined` where nothing leads round
 * it.
 */
export function chainAdvice({ instead }: BlockingFunction): string | undefined {
  return instead && `Use ${inCode(instead)} there, and make the functions on the way async.`;
}

/** What to do about a function that blocks, as a sentence. */
export function advice({ instead, otherwise = 'Do it in a worker thread.' }: BlockingFunction): string {
  if (!instead) return otherwise;
  return `Use ${inCode(instead)}, and await it.`;
}

/** As in "`readFile` of `node:fs/promises`". */
function inCode({ name, module, how }: Replacement): string {
  const text = how === 'promisify' ? `promisify(${name})` : name;
  return `\`${text}\` of \`${module}\`${how === 'callback' ? ' in a promise' : ''}`;
}

/** What is inserted where a replacement begins becomes part of it: editors differ in what they put first. */
function joined(edits: readonly DraftEdit[]): DraftEdit[] {
  const replacements = edits.filter(({ start, end }) => start < end);
  const replacementAt = (edit: DraftEdit): DraftEdit | undefined =>
    replacements.find(one => one !== edit && one.file === edit.file && one.start === edit.start);
  return edits
    .filter(edit => !replacementAt(edit))
    .map(edit => ({
      ...edit,
      text: [...edits.filter(one => replacementAt(one) === edit), edit].map(one => one.text).join(''),
    }));
}

function titleOf({ functions, calls }: AsyncChain, text: string): string {
  if (functions.length === 0) return `Await \`${text}\` instead`;
  const names = functions.map(fn => functionName(fn)?.getText()).filter(name => name !== undefined);
  const shown = names.slice(0, 3).map(name => `\`${name}\``).join(', ');
  const made =
    names.length === 0 ? 'the callback' : `${shown}${functions.length > names.slice(0, 3).length ? ', …' : ''}`;
  const callers = calls.length - 1;
  const awaited = callers === 0 ? '' : `, await ${callers === 1 ? 'one call' : `${callers} calls`}`;
  return `Make the chain async: await \`${text}\`, make ${made} async${awaited}`;
}
