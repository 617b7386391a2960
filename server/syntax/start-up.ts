/** Functions that run while a program starts, before anything waits for it. */

import { isSourceFile, SyntaxKind, type Node } from './ast.ts';
import type { Code } from './call-sites.ts';
import { hasModifier } from './code-names.ts';

/**
 * Whether a function is called at the top level of its module only: where it is written, or by its name, perhaps
 * through other such functions.
 */
export function isStartUp(code: Code, seen: ReadonlySet<Code> = new Set()): boolean {
  if (isSourceFile(code.node)) return true;
  if (seen.has(code)) return false;
  const more = new Set([...seen, code]);
  if (code.handedTo) return !isArgument(code) && isStartUp(code.handedTo.within, more);
  const [name] = code.freeNames;
  if (name === undefined || code.freeNames.length > 1 || isExported(code)) return false;
  const calls = (code.file.sitesOf.get(name) ?? []).filter(({ form, use }) => form === 'free' && use === 'called');
  const mentions = code.file.source.text.match(new RegExp(`(?<![\\w$])${escaped(name)}(?![\\w$])`, 'g')) ?? [];
  return calls.length > 0 && mentions.length === calls.length + 1 && calls.every(({ within }) => isStartUp(within, more));
}

function isArgument({ node, handedTo }: Code): boolean {
  return handedTo!.call.arguments?.some(argument => argument.pos <= node.pos && node.end <= argument.end) ?? false;
}

function isExported({ node }: Code): boolean {
  for (let at: Node = node; !isSourceFile(at); at = at.parent) if (hasModifier(at, SyntaxKind.ExportKeyword)) return true;
  return false;
}

const escaped = (name: string): string => name.replaceAll('$', '\\$');
