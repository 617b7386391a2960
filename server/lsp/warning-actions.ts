/** Quick fixes for what a recording warns of, comments that silence it, and ways to learn more of it. */

import type { CancellationToken, CodeAction, Range } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../../shared/finding.ts';
import { OPEN_RULE_COMMAND, SHOW_IN_TRACE_COMMAND } from '../../shared/requests.ts';
import { toQuery } from '../lint/recorded-warnings.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';
import { silencingFixes } from './silencing.ts';
import { toFixAction } from './text-edits.ts';

export async function warningActions(
  session: Session,
  { file, text }: OpenDocument,
  range: Range,
  token: CancellationToken,
): Promise<{ readonly fixes: readonly CodeAction[]; readonly rest: readonly CodeAction[] }> {
  const [start, end] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  const touched = session.evidence
    .warningsIn(file)
    .filter(({ span }) => span.start.offset <= end && start <= span.end.offset);
  const fixes: CodeAction[] = [];
  const silencing: CodeAction[] = [];
  for (const warning of touched) {
    const found = await session.analysis.ask(
      { kind: 'warningFixes', file, warning: toQuery(warning) },
      'document',
      token,
    );
    const diagnostics = [toDiagnostic(warning, session.documents.uriOf)];
    const toAction = (fix: Fix): CodeAction => ({ ...toFixAction(fix, session.documents), diagnostics });
    fixes.push(...found.map(toAction));
    silencing.push(...(await silencingFixes(session, warning, token)).map(toAction));
  }
  return { fixes, rest: [...silencing, ...waysToLearnMore(touched)] };
}

function waysToLearnMore(warnings: readonly Finding[]): CodeAction[] {
  if (warnings.length === 0) return [];
  const show = { title: 'Show in Trace', command: SHOW_IN_TRACE_COMMAND };
  const pages = [...new Set(warnings.map(({ rule }) => rule))].map(rule => ({
    title: `Open the page of ${rule}`,
    command: OPEN_RULE_COMMAND,
    arguments: [rule],
  }));
  return [show, ...pages].map(command => ({ title: command.title, kind: CodeActionKind.QuickFix, command }));
}
