/** Quick fixes for errors of the compiler itself, which other extensions show. */

import type { CancellationToken, CodeAction, Diagnostic, Range } from 'vscode-languageserver/node';
import { isMendable } from '../lint/compiler-errors.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';
import { toFixAction } from './text-edits.ts';

/** As TypeScript's language servers, old and new, and other editors' clients of them sign their diagnostics. */
const SOURCES: readonly (string | undefined)[] = ['ts', 'typescript', 'js', 'javascript', 'tsserver'];

export async function compilerErrorActions(
  session: Session,
  { file, text }: OpenDocument,
  diagnostics: readonly Diagnostic[],
  token: CancellationToken,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const diagnostic of diagnostics.filter(isOfCompiler)) {
    const error = { code: codeOf(diagnostic), ...offsets(text, diagnostic.range) };
    const fixes = await session.analysis.ask({ kind: 'compilerErrorFixes', file, error }, 'document', token);
    for (const [index, fix] of fixes.entries()) {
      const isPreferred = index === 0;
      actions.push({ ...toFixAction(fix, session.documents), diagnostics: [diagnostic], isPreferred });
    }
  }
  return actions;
}

const isOfCompiler = (diagnostic: Diagnostic): boolean =>
  SOURCES.includes(diagnostic.source) && isMendable(codeOf(diagnostic));

/** Some clients send the code as text, and TypeScript's own once with its letters. */
const codeOf = ({ code }: Diagnostic): number => Number(String(code).replace(/^TS/i, ''));

const offsets = (text: OpenDocument['text'], { start, end }: Range) => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});
