import type { RuleMeta } from '../../shared/rule-meta.ts';
import { RULES } from '../rules/index.ts';

/** What is known of every rule, for those who only talk about rules: settings, reports, pages. */
export const RULE_METAS: readonly RuleMeta[] = RULES.map(rule => rule.meta);
