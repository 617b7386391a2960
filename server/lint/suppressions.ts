/** Decides which findings of a file its comments silence. */

import type { Span } from '../../shared/finding.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import { suppressionComments, type SuppressionComment, type Tool } from './suppression-comments.ts';

/** What comments may silence. */
type Silenced = Pick<RuleMeta, 'name' | 'equivalents'>;

export class Suppressions {
  readonly comments: readonly SuppressionComment[];
  /** For each comment the rules of which it silenced a finding. */
  readonly #used = new Map<SuppressionComment, Set<string>>();

  /** @param isComment as for `suppressionComments` */
  constructor(text: string, isComment: (offset: number) => boolean) {
    this.comments = suppressionComments(text, isComment);
  }

  /**
   * Whether a finding of `rule`, or a run-time warning of its name, at `span` is silenced; the comments that do so
   * count as used from then on.
   */
  suppresses(rule: Silenced, span: Span): boolean {
    const about = this.comments.filter(comment => concerns(comment, rule));
    const silencing = [
      ...about.filter(({ reach }) => reach.kind === 'line' && reach.line === span.start.line),
      ...lastOfEachTool(about, span.start.offset).filter(({ reach }) => reach.kind === 'off'),
    ];
    for (const comment of silencing) this.#use(comment, rule.name);
    return silencing.length > 0;
  }

  /** Whether the comment silenced a finding: of this rule, or of any. Meaningful when the file is linted. */
  isUsed(comment: SuppressionComment, rule?: string): boolean {
    const used = this.#used.get(comment);
    return used !== undefined && (rule === undefined || used.has(rule));
  }

  #use(comment: SuppressionComment, rule: string): void {
    const used = this.#used.get(comment);
    if (used === undefined) this.#used.set(comment, new Set([rule]));
    else used.add(rule);
  }
}

/** For each tool the last comment before `offset` that switches a stretch of the file off or on again. */
function lastOfEachTool(comments: readonly SuppressionComment[], offset: number): SuppressionComment[] {
  const last = new Map<Tool, SuppressionComment>();
  for (const comment of comments) {
    if (comment.reach.kind !== 'line' && comment.reach.from <= offset) last.set(comment.tool, comment);
  }
  return [...last.values()];
}

/** Whether a comment is about this rule, by its own name or as its equivalent in another tool is called. */
function concerns({ tool, rules }: SuppressionComment, rule: Silenced): boolean {
  if (tool === 'asynclens') return rules === 'all' || rules.some(({ name }) => name === rule.name);
  const known = rule.equivalents.filter(equivalent => equivalent.tool === tool).map(equivalent => equivalent.rule);
  if (known.length === 0 || rules === 'all') return known.length > 0;
  return rules.some(({ name }) => known.some(other => SAME_RULE[tool](name, other)));
}

const SAME_RULE: Readonly<Record<Exclude<Tool, 'asynclens'>, (named: string, rule: string) => boolean>> = {
  eslint: (named, rule) => unprefixed(named) === unprefixed(rule),
  oxlint: (named, rule) => unprefixed(named) === unprefixed(rule),
  // Biome's rules move from group to group as they mature; a group alone stands for all its rules.
  biome: (named, rule) => named.split('/')[1] === rule.split('/')[1] || named === rule.split('/')[0],
};

/** The three ways in which oxlint spells the plugin, of which ESLint knows the first. */
const unprefixed = (name: string): string =>
  name.replace(/^(?:@typescript-eslint|typescript-eslint|typescript)\//, 'typescript/');
