/** Reads the comments that switch rules off, ours and those of ESLint, oxlint and Biome. */

import { LineMap } from '../../shared/line-map.ts';
import { commentEnd } from './comment-position.ts';

export type Tool = 'asynclens' | 'eslint' | 'oxlint' | 'biome';

/** A rule as a comment spells it, with its place in the file. */
export interface NamedRule {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface SuppressionComment {
  readonly tool: Tool;
  /** One 0-based line, or everything from an offset on until the next comment about the same rule. */
  readonly reach:
    { readonly kind: 'line'; readonly line: number } | { readonly kind: 'off' | 'on'; readonly from: number };
  readonly rules: readonly NamedRule[] | 'all';
  /** Why it is there, in its author's words; empty when they say nothing. */
  readonly reason: string;
  /** The comment itself, with its delimiters; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

const OPENER = String.raw`(?<opener>//[ \t]*|/\*\s*)`;
const LISTED = String.raw`(?<tool>asynclens|eslint|oxlint)-(?<verb>disable(?:-next-line|-line|-file)?|enable)`;
const BIOME = String.raw`biome-(?<biomeVerb>ignore(?:-all|-start|-end)?)`;
const DIRECTIVE = new RegExp(String.raw`${OPENER}(?:${LISTED}|${BIOME})(?=[\s*:]|$)`, 'g');

interface Groups {
  readonly opener: string;
  readonly tool?: Tool;
  readonly verb?: string;
  readonly biomeVerb?: string;
}

/** All of them in the order of the text. @param isComment tells whether one begins where something looks like one */
export function suppressionComments(text: string, isComment: (offset: number) => boolean): SuppressionComment[] {
  const matches = [...text.matchAll(DIRECTIVE)].filter(({ index }) => isComment(index));
  if (matches.length === 0) return [];
  const lines = new LineMap(text);
  return matches.flatMap(match => read(text, lines, match) ?? []);
}

function read(text: string, lines: LineMap, match: RegExpExecArray): SuppressionComment | undefined {
  const { opener, tool = 'biome', biomeVerb = '', verb = biomeVerb } = match.groups as unknown as Groups;
  const isLine = opener.startsWith('//');
  // ESLint itself takes these two in block comments only.
  if (tool === 'eslint' && isLine && (verb === 'disable' || verb === 'enable')) return undefined;

  const start = match.index;
  const end = commentEnd(text, start);
  const body = { start: start + match[0].length, end: !isLine && text.endsWith('*/', end) ? end - 2 : end };
  const rules = tool === 'biome' ? biomeRules(text, body) : listedRules(text, body);
  const reach = reachOf(tool, verb, { start, end }, text, lines);
  const reason = reasonIn(tool, text.slice(body.start, body.end));
  return rules && reach && { tool, reach, rules, reason, start, end };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function reachOf(
  tool: Tool,
  verb: string,
  comment: Range,
  text: string,
  lines: LineMap,
): SuppressionComment['reach'] | undefined {
  switch (verb) {
    case 'disable-line':
      return { kind: 'line', line: lines.lineAt(comment.start) };
    case 'disable-next-line':
    case 'ignore':
      return { kind: 'line', line: nextLine(tool, comment, text, lines) };
    case 'disable-file':
      return tool === 'asynclens' ? { kind: 'off', from: 0 } : undefined;
    case 'ignore-all':
      return { kind: 'off', from: 0 };
    case 'disable':
    case 'ignore-start':
      return { kind: 'off', from: comment.start };
    default:
      return { kind: 'on', from: comment.start };
  }
}

/** ESLint and oxlint mean the very next line; ours, like Biome's, may have other comments below it. */
function nextLine(tool: Tool, comment: Range, text: string, lines: LineMap): number {
  const next = lines.lineAt(comment.end) + 1;
  if (tool === 'eslint' || tool === 'oxlint') return next;
  const blanksAndComments = /(?:\s|\/\/.*|(?:\{\s*)?\/\*[^]*?\*\/(?:\s*\})?)*/y;
  blanksAndComments.lastIndex = lines.startOf(next);
  blanksAndComments.test(text);
  return lines.lineAt(blanksAndComments.lastIndex);
}

const REASON_MARK = /\s-{2,}(?:\s|$)/;

function reasonIn(tool: Tool, body: string): string {
  const mark = tool === 'biome' ? /:/ : REASON_MARK;
  return mark.test(body) ? body.split(mark).slice(1).join(' ').trim() : '';
}

/** `rule, other/rule -- reason`. Nothing before the reason means all rules. */
function listedRules(text: string, body: Range): readonly NamedRule[] | 'all' {
  const withoutReason = text.slice(body.start, body.end).split(REASON_MARK)[0]!;
  const rules = named(withoutReason, /[^\s,*]+/g, body.start);
  return rules.length === 0 ? 'all' : rules;
}

/** `lint/group/rule: reason`, `lint/group: reason` or `lint: reason`; other categories are no concern of ours. */
function biomeRules(text: string, body: Range): readonly NamedRule[] | 'all' | undefined {
  const categories = text.slice(body.start, body.end).split(':')[0]!;
  if (/(?:^|\s)lint(?:\s|$)/.test(categories)) return 'all';
  const rules = named(categories, /(?<=\blint\/)[\w/]+/g, body.start);
  return rules.length === 0 ? undefined : rules;
}

function named(text: string, pattern: RegExp, offset: number): NamedRule[] {
  return Array.from(text.matchAll(pattern), ({ 0: name, index }) => {
    const start = offset + index;
    return { name, start, end: start + name.length };
  });
}
