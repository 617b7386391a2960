/** Configuration as people write it: editor settings and the project file `asynclens.json`. */

import { SEVERITIES } from './finding.ts';

export const CONFIGURED_SEVERITIES = [...SEVERITIES, 'off'] as const;

export type ConfiguredSeverity = (typeof CONFIGURED_SEVERITIES)[number];

/** A severity, or a severity with the rule's options. */
export type RuleSetting = ConfiguredSeverity | readonly [ConfiguredSeverity, Readonly<Record<string, unknown>>];

export const PRESETS = ['recommended', 'strict', 'typescript-eslint'] as const;
export type Preset = (typeof PRESETS)[number];

export const PROJECT_FILE = 'asynclens.json';

/** What the names of the packs end in that a project file may name. */
export const PACK_SUFFIX = '.pack.json';

/** The contents of `asynclens.json`. Globs are relative to the file's folder; later overrides win. */
export interface ProjectConfig {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleSetting>>;
  }[];
  /** Files that describe libraries, relative to the file's folder. */
  readonly packs?: readonly string[];
  /** Files and folders that are not linted, as globs. */
  readonly ignore?: readonly string[];
  /** How a suppression comment that suppresses nothing is reported. Default `off`. */
  readonly reportUnusedSuppressions?: ConfiguredSeverity;
  /** How a suppression comment without a reason is reported. Default `off`. */
  readonly reportUnexplainedSuppressions?: ConfiguredSeverity;
}

/** The editor's settings below `asynclens.`; where `asynclens.json` says something, it wins. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly reportUnusedSuppressions: ConfiguredSeverity;
  readonly reportUnexplainedSuppressions: ConfiguredSeverity;
  /** Whether files that are not open are linted too (workspace diagnostics). */
  readonly workspaceDiagnostics: boolean;
  /** Whether a finding counts for more when a recording shows that it did harm. */
  readonly raiseSeverityByEvidence: boolean;
  /** Whether what a recording warns of is shown in the code. */
  readonly runtimeWarnings: boolean;
}

export const DEFAULT_SETTINGS: EditorSettings = {
  enable: true,
  preset: 'recommended',
  rules: {},
  reportUnusedSuppressions: 'off',
  reportUnexplainedSuppressions: 'off',
  workspaceDiagnostics: false,
  raiseSeverityByEvidence: true,
  runtimeWarnings: true,
};
