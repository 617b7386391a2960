/** What is known of a rule without running it: the source of settings, schema, tables and pages. */

import type { Preset, RuleSetting } from './settings.ts';

/** JSON Schema (draft 7), as far as rule options need it. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'boolean' | 'number' | 'integer';
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** A regular expression that some part of a string matches. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  /** Understood by VS Code only. */
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
  /** What is said of a string that does not match `pattern`. */
  readonly patternErrorMessage?: string;
}

export const CATEGORIES = ['correctness', 'blocking', 'concurrency', 'resources', 'tests'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The same check in another linter. A comment that silences it there silences our rule too. */
export interface EquivalentRule {
  readonly tool: 'eslint' | 'oxlint' | 'biome';
  /** As that tool's comments spell it: `@typescript-eslint/…`, `typescript/…`, `nursery/…`. */
  readonly rule: string;
}

export interface RuleMeta {
  /** Kebab case; also the name of its source file, its page and its fixture. */
  readonly name: string;
  readonly category: Category;
  /** One sentence, Markdown, ends with a full stop. */
  readonly summary: string;
  /** Severity and options in each preset. */
  readonly presets: Readonly<Record<Preset, RuleSetting>>;
  /** Schema of the options object; each property has a `description` and a `default`. */
  readonly options: JsonSchema;
  readonly equivalents: readonly EquivalentRule[];
}

export const HOME_PAGE = 'https://github.com/asynclens/asynclens';

/** The address of a rule's page, for `codeDescription` and SARIF. */
export const rulePage = (rule: string): string => `${HOME_PAGE}/blob/main/docs/rules/${rule}.md`;
