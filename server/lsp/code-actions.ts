/** `textDocument/codeAction`: what can be done about the findings under the cursor, and in the whole document. */

import type { CancellationToken, CodeAction, CodeActionParams, Range } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../../shared/finding.ts';
import { OPEN_RULE_COMMAND, SHOW_WHAT_BLOCKS_COMMAND, type WireLocation } from '../../shared/requests.ts';
import { BLOCKING_RULE } from '../lint/blocking-paths.ts';
import { SUPPRESSION_FINDINGS } from '../lint/suppression-findings.ts';
import { answering } from './answering.ts';
import { compilerErrorActions } from './compiler-error-actions.ts';
import { toDiagnostics, toRange } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';
import { silencingFixes } from './silencing.ts';
import { toFixAction, toWorkspaceEdit } from './text-edits.ts';
import { warningActions } from './warning-actions.ts';

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.asynclens`;

/** Kinds form a tree: who asks for `source` wants `source.fixAll.asynclens` too. */
const includes = (asked: string, kind: string): boolean =>
  asked === CodeActionKind.Empty || asked === kind || kind.startsWith(`${asked}.`);

/** Without a list of kinds only what belongs to the cursor is wanted; source actions must be asked for. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined ? kind === CodeActionKind.QuickFix : only.some(asked => includes(asked, kind));

export function serveCodeActions(session: Session): void {
  session.connection.onCodeAction((params, token) =>
    answering(session, 'forget it', async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (document?.kind !== 'source' || !session.settings.for(document.file).enable) return [];
      const { only } = params.context;
      return [
        ...(isWanted(CodeActionKind.QuickFix, only) ? await quickFixes(session, document, params, token) : []),
        ...(isWanted(FIX_ALL_KIND, only) ? await fixAll(session, document, token) : []),
      ];
    }),
  );
}

async function quickFixes(
  session: Session,
  document: OpenDocument,
  { range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const [start, end] = offsets(document, range);
  const findings = await session.analysis.ask(
    { kind: 'findingsAt', file: document.file, start, end },
    'document',
    token,
  );
  const fixes = findings.flatMap(finding => toActions(session, finding, finding.fixes));
  const distinct = new Map(findings.map(finding => [`${finding.rule}:${finding.span.start.line}`, finding]));
  const rest: CodeAction[] = [];
  for (const finding of distinct.values()) {
    if (SUPPRESSION_FINDINGS.includes(finding.rule)) continue;
    rest.push(
      ...(finding.rule === BLOCKING_RULE ? [showWhatBlocks(session, finding)] : []),
      ...toActions(session, finding, await silencingFixes(session, finding, token)),
      openPage(finding),
    );
  }
  const ofErrors = await compilerErrorActions(session, document, context.diagnostics, token);
  const ofWarnings = await warningActions(session, document, range, token);
  return distinctFixes([...fixes, ...ofErrors, ...ofWarnings.fixes], [...rest, ...ofWarnings.rest]);
}

/** A finding, an error of the compiler and a warning may be one mistake, with one fix for all. */
function distinctFixes(fixes: readonly CodeAction[], rest: readonly CodeAction[]): CodeAction[] {
  return [...fixes.filter((fix, at) => fixes.findIndex(other => doTheSame(fix, other)) === at), ...rest];
}

const doTheSame = (a: CodeAction, b: CodeAction): boolean => JSON.stringify(a.edit) === JSON.stringify(b.edit);

const offsets = ({ text }: OpenDocument, { start, end }: Range): [number, number] => [
  text.offsetAt(start),
  text.offsetAt(end),
];

/** The first is preferred, unless it mends nothing. */
function toActions(session: Session, finding: Finding, fixes: readonly Fix[]): CodeAction[] {
  const diagnostics = toDiagnostics({ file: finding.span.file, findings: [finding] }, session);
  return fixes.map((fix, index) => ({
    ...toFixAction(fix, session.documents),
    diagnostics,
    isPreferred: index === 0 && fix.kind !== 'silence',
  }));
}

function showWhatBlocks({ documents }: Session, { span }: Finding): CodeAction {
  const title = 'Show what blocks here';
  const at: WireLocation = { uri: documents.uriOf(span.file), range: toRange(span) };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command: SHOW_WHAT_BLOCKS_COMMAND, arguments: [at] },
  };
}

function openPage({ rule }: Finding): CodeAction {
  const title = `Open the page of ${rule}`;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: OPEN_RULE_COMMAND, arguments: [rule] } };
}

async function fixAll(
  { analysis, documents }: Session,
  { file }: OpenDocument,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const edits = await analysis.ask({ kind: 'fixAll', file }, 'document', token);
  if (edits.length === 0) return [];
  return [{ title: 'Apply all safe fixes of Asynclens', kind: FIX_ALL_KIND, edit: toWorkspaceEdit(edits, documents) }];
}
