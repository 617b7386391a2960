/** The edits that silence a rule by a comment, for one line or for the whole file. */

import type { Edit, Span } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import { SyntaxKind, type SourceFile } from '../syntax/ast.ts';
import { positionOf, startsComment } from './comment-position.ts';
import { suppressionComments, type NamedRule, type SuppressionComment } from './suppression-comments.ts';

/** Where people are to write why; a comment that says no reason is a riddle a year later. */
export const REASON_TO_COME = 'TODO: say why';

/**
 * Silences `rule` for the line that `span` begins on. A comment of ours about that line is extended.
 * `undefined` where no comment can stand above the line: within a template literal or JSX text.
 */
export function disableForLine(source: SourceFile, rule: string, span: Span): Edit | undefined {
  const { text } = source;
  const { line } = span.start;
  const comments = suppressionComments(text, offset => startsComment(source, offset));
  const ours = listOfOurs(comments, reach => reach.kind === 'line' && reach.line === line);
  const lines = new LineMap(text);
  if (ours !== undefined) return extended(lines, span.file, ours, rule);

  const at = lines.startOf(lineOfFirstComment(comments, lines, line));
  const place = placeFor(source, at);
  if (place === undefined) return undefined;
  const indentation = /[ \t]*/y;
  indentation.lastIndex = at;
  const indent = indentation.exec(text)![0];
  const words = `asynclens-disable-next-line ${rule} -- ${REASON_TO_COME}`;
  const comment = place === 'JSX children' ? `{/* ${words} */}` : `// ${words}`;
  return { span: lines.span(span.file, at, at), text: `${indent}${comment}${lineBreakOf(text)}` };
}

/** Silences `rule` for all of the file: at its top, or in the comment of ours that does so for other rules. */
export function disableForFile(source: SourceFile, rule: string, file: string): Edit {
  const { text } = source;
  const comments = suppressionComments(text, offset => startsComment(source, offset));
  const ours = listOfOurs(comments, reach => reach.kind === 'off' && reach.from === 0);
  const lines = new LineMap(text);
  if (ours !== undefined) return extended(lines, file, ours, rule);

  const at = text.startsWith('#!') ? lines.startOf(1) : 0;
  const words = `asynclens-disable-file ${rule} -- ${REASON_TO_COME}`;
  return { span: lines.span(file, at, at), text: `/* ${words} */${lineBreakOf(text)}` };
}

/** The rules that a comment of ours names. One that names none means all rules: nothing to add there. */
function listOfOurs(
  comments: readonly SuppressionComment[],
  reaches: (reach: SuppressionComment['reach']) => boolean,
): readonly NamedRule[] | undefined {
  const lists = comments.filter(({ tool, reach }) => tool === 'asynclens' && reaches(reach)).map(({ rules }) => rules);
  return lists.find(rules => rules !== 'all');
}

function extended(lines: LineMap, file: string, rules: readonly NamedRule[], rule: string): Edit {
  const end = rules.at(-1)!.end;
  return { span: lines.span(file, end, end), text: `, ${rule}` };
}

/** Comments that mean exactly the next line must stay next to it: ours goes above them. */
function lineOfFirstComment(comments: readonly SuppressionComment[], lines: LineMap, line: number): number {
  const above = comments.find(
    ({ reach, start }) => reach.kind === 'line' && reach.line === line && lines.lineAt(start) < line,
  );
  return above === undefined ? line : lines.lineAt(above.start);
}

/** What a line that begins at `at` begins within. JSX text stays whole: cutting it would lose a blank. */
function placeFor(source: SourceFile, at: number): 'code' | 'JSX children' | undefined {
  const position = positionOf(source, at);
  if (position.kind === 'between') return 'code';
  const { kind, pos } = position.token;
  return kind === SyntaxKind.JsxText && source.text.slice(pos, at).trim() === '' ? 'JSX children' : undefined;
}

const lineBreakOf = (text: string): string => /\r\n|\n/.exec(text)?.[0] ?? '\n';
