/** Findings and their fixes as a page to read: each fix with the lines that it changes. */

import { posix } from 'node:path';
import { applyEdits } from '../../shared/apply-edits.ts';
import type { Finding, Fix } from '../../shared/finding.ts';

export function describeFixes(text: string, findings: readonly Finding[]): string {
  return findings.map(finding => describeFinding(text, finding)).join('\n');
}

function describeFinding(text: string, { span, fixes }: Finding): string {
  const statement = text.split('\n')[span.start.line]!.trim();
  const described = fixes.map(
    fix => `- ${fix.title}${fix.kind === 'safe' ? ' (safe)' : ''}\n${diff(text, span.file, fix)}`,
  );
  return `## \`${statement}\`\n${described.join('') || '- none\n'}`;
}

/** Changed lines of a finding's file, as a Markdown diff block, and the names of other files that a fix changes. */
function diff(text: string, file: string, { edits }: Fix): string {
  const others = new Set(edits.filter(({ span }) => span.file !== file).map(({ span }) => posix.basename(span.file)));
  const own = edits.filter(({ span }) => span.file === file);
  return `${own.length > 0 ? block(text, applyEdits(text, own)) : ''}${[...others].map(it => `  in ${it}\n`).join('')}`;
}

function block(text: string, fixed: string): string {
  const before = text.split('\n');
  const after = fixed.split('\n');
  const lines = before.length === after.length ? changedLines(before, after) : changedBlock(before, after);
  return `  \`\`\`diff\n${lines.map(line => `  ${line}\n`).join('')}  \`\`\`\n`;
}

function changedLines(before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((line, i) => (line === after[i] ? [] : [`- ${line.trim()}`, `+ ${after[i]!.trim()}`]));
}

/** All lines from the first to the last that differ, where a fix adds or removes some. */
function changedBlock(before: readonly string[], after: readonly string[]): string[] {
  const isEqual = (i: number) => before.at(i) === after.at(i);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isEqual(start)) start++;
  let end = 0;
  while (end < shorter - start && isEqual(-1 - end)) end++;
  const changed = (lines: readonly string[]) => lines.slice(start, lines.length - end).map(line => line.trim());
  return [...changed(before).map(line => `- ${line}`), ...changed(after).map(line => `+ ${line}`)];
}
