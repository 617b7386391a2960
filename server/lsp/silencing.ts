/** Ways to silence a rule, or a run-time warning, by a comment. */

import type { CancellationToken } from 'vscode-languageserver/node';
import type { Finding, Fix } from '../../shared/finding.ts';
import type { Session } from './session.ts';

/** For the line of a finding, where a comment can stand above it, and for the whole file. */
export async function silencingFixes(
  session: Session,
  { rule, span }: Finding,
  token: CancellationToken,
): Promise<Fix[]> {
  const { line, file } = await session.analysis.ask({ kind: 'silencingEdits', rule, span }, 'document', token);
  return [
    ...(line === undefined
      ? []
      : [{ title: `Disable ${rule} for this line`, kind: 'silence' as const, edits: [line] }]),
    { title: `Disable ${rule} for the whole file`, kind: 'silence', edits: [file] },
  ];
}
