/** Lays settings from several sources over each other, for one file. */

import type { Severity } from '../../shared/finding.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import type { ConfiguredSeverity, Preset } from '../../shared/settings.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import type { Pack } from '../packs/pack.ts';
import { isTypeTest } from '../syntax/test-files.ts';
import type { Rules } from './config-parser.ts';

/** What one source says. Later layers win, each for what it says only. */
export interface ConfigLayer {
  readonly preset?: Preset | undefined;
  readonly rules?: Rules | undefined;
  readonly reportUnusedSuppressions?: ConfiguredSeverity | undefined;
  readonly reportUnexplainedSuppressions?: ConfiguredSeverity | undefined;
}

export type RuleOptions = Readonly<Record<string, unknown>>;

/** What counts for one file. */
export interface FileConfig {
  readonly ignored: boolean;
  /** The folder of the project file, which paths in options are relative to; `undefined` without one. */
  readonly folder: string | undefined;
  readonly reportUnusedSuppressions: ConfiguredSeverity;
  readonly reportUnexplainedSuppressions: ConfiguredSeverity;
  /** What is known of libraries. */
  readonly packs: readonly Pack[];
  severity(rule: RuleMeta): ConfiguredSeverity;
  /** Complete: what nobody set is as in the preset, or else the option's own default. */
  options(rule: RuleMeta): RuleOptions;
}

/** Whether a rule is to run at all. */
export const isOn = (severity: ConfiguredSeverity): severity is Severity => severity !== 'off';

/**
 * What counts for a file.
 * @param file absolute path
 * @param layers of which later ones win
 */
export function resolveConfig(
  file: string,
  project: Pick<FileConfig, 'ignored' | 'folder' | 'packs'>,
  layers: readonly ConfigLayer[],
): FileConfig {
  const preset = last(layers, layer => layer.preset) ?? DEFAULT_SETTINGS.preset;
  const settingsOf = (rule: RuleMeta) => [rule.presets[preset], ...layers.map(layer => layer.rules?.[rule.name])];
  return {
    ...project,
    // What never runs goes wrong nowhere.
    ignored: project.ignored || (preset === 'recommended' && isTypeTest(file)),
    reportUnusedSuppressions: last(layers, layer => layer.reportUnusedSuppressions) ?? 'off',
    reportUnexplainedSuppressions: last(layers, layer => layer.reportUnexplainedSuppressions) ?? 'off',
    severity: rule => last(settingsOf(rule), setting => (Array.isArray(setting) ? setting[0] : setting)) ?? 'off',
    options: rule => {
      const [ofPreset, ...ofLayers] = settingsOf(rule).map(setting =>
        Array.isArray(setting) ? setting[1] : undefined,
      );
      return { ...optionDefaults(rule), ...ofPreset, ...last(ofLayers, options => options) };
    },
  };
}

function optionDefaults(rule: RuleMeta): RuleOptions {
  const options = Object.entries(rule.options.properties ?? {});
  return Object.fromEntries(
    options.filter(([, it]) => it.default !== undefined).map(([name, it]) => [name, it.default]),
  );
}

/** What the last item that says something says. */
function last<Item, Value>(items: readonly Item[], value: (item: Item) => Value | undefined): Value | undefined {
  return items.map(value).findLast(it => it !== undefined);
}
