/** Functions that run only while a program starts, before anybody waits for it. */

import { isSourceFile, type CallExpression, type NewExpression, type Node } from '../syntax/ast.ts';
import type { Code, FileSites, Site } from '../syntax/call-sites.ts';
import { calleeName } from '../syntax/expressions.ts';
import { isScript } from '../syntax/script-files.ts';
import { argumentIndex } from '../syntax/within.ts';
import { wholeWord } from '../syntax/words.ts';
import type { Leads } from './leads.ts';

/** What calls its callback once, soon after. */
const CALL_ONCE: ReadonlySet<string | undefined> = new Set([
  'catch',
  'finally',
  'nextTick',
  'queueMicrotask',
  'setImmediate',
  'then',
]);

/**
 * Whether a function is called at the top level of modules only, where it is written or by its name, perhaps through
 * other such functions. Tests and scripts may call it, too.
 * @param root absolute folder above which names of folders mean nothing
 */
export function isStartUp(code: Code, leads: Leads, root: string, seen: ReadonlySet<Code> = new Set()): boolean {
  if (isSourceFile(code.node)) return true;
  if (seen.has(code)) return false;
  const more = new Set([...seen, code]);
  if (code.handedTo)
    return isCalledOnce(code.handedTo.call, code.node) && isStartUp(code.handedTo.within, leads, root, more);
  const [name] = code.freeNames;
  if (name === undefined || code.freeNames.length > 1) return false;
  const files = [...new Set([code.file, ...leads.filesWith(name)])];
  const mentioning = files.filter(({ source }) => !isScript(source, root));
  const uses = mentioning.map(file => usesIn(file, name, code));
  const calls = uses.flatMap(use => use.calls);
  if (calls.length === 0 || uses.some(use => use.mentions > use.calls.length + use.declarations)) return false;
  return calls.every(({ within }) => isStartUp(within, leads, root, more));
}

interface Uses {
  readonly calls: readonly Site[];
  readonly mentions: number;
  /** Where the name is declared, imported or exported. */
  readonly declarations: number;
}

function usesIn({ source, sitesOf, imports }: FileSites, name: string, code: Code): Uses {
  const { text } = source;
  const isOwn = source === code.file.source;
  const isImported = imports.localsOf.has(name);
  const calls = (sitesOf.get(name) ?? []).filter(
    ({ use, form }) => use === 'called' && (form === 'free' ? isOwn || isImported : form === 'imported'),
  );
  const mentions = isOwn || isImported || calls.length > 0 ? mentionsIn(text, name) : 0;
  const exported = new RegExp(`^export\\s*\\{[^}]*${wholeWord(name)}`, 'mu').test(text) ? 1 : 0;
  return { calls, mentions, declarations: (isOwn || isImported ? 1 : 0) + exported };
}

const COMMENT_OR_STRING = /\/\*[^]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;

/** How often code has a name; comments and strings may speak of it as well. */
export function mentionsIn(text: string, name: string): number {
  return text.replace(COMMENT_OR_STRING, ' ').match(new RegExp(wholeWord(name), 'gu'))?.length ?? 0;
}

const isCalledOnce = (call: CallExpression | NewExpression, fn: Node): boolean =>
  argumentIndex(call, fn) < 0 || CALL_ONCE.has(calleeName(call.expression));
