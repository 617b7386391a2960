/** Turns what an editor says of its settings into settings. */

import type { ConfiguredSeverity, EditorSettings, Preset } from '../../shared/settings.ts';
import { CONFIGURED_SEVERITIES, DEFAULT_SETTINGS, PRESETS } from '../../shared/settings.ts';

const oneOf = <T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T =>
  allowed.find(candidate => candidate === value) ?? otherwise;
const boolean = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Editors mark a wrong value in their own settings view; here it counts as not set. */
export function readSettings(value: unknown): EditorSettings {
  const given = isRecord(value) ? value : {};
  const severity = (setting: 'reportUnusedSuppressions' | 'reportUnexplainedSuppressions'): ConfiguredSeverity =>
    oneOf(CONFIGURED_SEVERITIES, given[setting], DEFAULT_SETTINGS[setting]);
  return {
    enable: boolean(given.enable, DEFAULT_SETTINGS.enable),
    preset: oneOf<Preset>(PRESETS, given.preset, DEFAULT_SETTINGS.preset),
    rules: isRecord(given.rules) ? (given.rules as EditorSettings['rules']) : DEFAULT_SETTINGS.rules,
    reportUnusedSuppressions: severity('reportUnusedSuppressions'),
    reportUnexplainedSuppressions: severity('reportUnexplainedSuppressions'),
    workspaceDiagnostics: boolean(given.workspaceDiagnostics, DEFAULT_SETTINGS.workspaceDiagnostics),
    raiseSeverityByEvidence: boolean(given.raiseSeverityByEvidence, DEFAULT_SETTINGS.raiseSeverityByEvidence),
    runtimeWarnings: boolean(given.runtimeWarnings, DEFAULT_SETTINGS.runtimeWarnings),
  };
}
