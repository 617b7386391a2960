/** The editor's settings as its manifest describes them. Texts with percent signs stand in package.nls.json. */

import { rulesSchema } from '../../server/lint/config-schema.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import { CONFIGURED_SEVERITIES, DEFAULT_SETTINGS, PRESETS, type EditorSettings } from '../../shared/settings.ts';
import { DEFAULT_SAMPLE_ABOVE } from '../../shared/trace/settings.ts';

const SEVERITIES = CONFIGURED_SEVERITIES.toReversed();
const TRACE_LEVELS = ['off', 'messages', 'verbose'];

interface Setting {
  readonly type: 'array' | 'boolean' | 'string' | 'number';
  readonly items?: { readonly type: 'string' };
  readonly scope: 'resource' | 'window';
  readonly minimum?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const A_SEVERITY: Setting = {
  type: 'string',
  scope: 'resource',
  enum: SEVERITIES,
  enumDescriptions: SEVERITIES.map(severity => `%severity.${severity}%`),
};

const SETTINGS: Readonly<Record<Exclude<keyof EditorSettings, 'rules'>, Setting>> = {
  enable: { type: 'boolean', scope: 'resource' },
  preset: {
    type: 'string',
    scope: 'resource',
    enum: PRESETS,
    markdownEnumDescriptions: PRESETS.map(preset => `%setting.preset.${preset}%`),
  },
  reportUnusedSuppressions: A_SEVERITY,
  reportUnexplainedSuppressions: A_SEVERITY,
  workspaceDiagnostics: { type: 'boolean', scope: 'window' },
  raiseSeverityByEvidence: { type: 'boolean', scope: 'resource' },
  runtimeWarnings: { type: 'boolean', scope: 'resource' },
};

/** Read by the editor's side alone. */
const OF_CLIENT: Readonly<Record<string, Setting>> = {
  recordReasons: { type: 'boolean', scope: 'resource' },
  sampleAbove: { type: 'number', scope: 'resource', minimum: 0 },
  tracedPackages: { type: 'array', scope: 'resource', items: { type: 'string' } },
  annotateCode: { type: 'boolean', scope: 'resource' },
  'trace.server': {
    type: 'string',
    scope: 'window',
    enum: TRACE_LEVELS,
    enumDescriptions: TRACE_LEVELS.map(level => `%setting.trace.server.${level}%`),
  },
};

/** `contributes.configuration` of the manifest. */
export function configuration(rules: readonly RuleMeta[]): object[] {
  const ofClient = {
    recordReasons: true,
    sampleAbove: DEFAULT_SAMPLE_ABOVE,
    tracedPackages: [],
    annotateCode: true,
    'trace.server': 'off',
  };
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_SETTINGS, ...ofClient };
  const general = Object.entries({ ...SETTINGS, ...OF_CLIENT }).map(([name, setting], index) => {
    const order = { order: index + 1, markdownDescription: `%setting.${name}%` };
    return [`asynclens.${name}`, { ...setting, default: defaults[name], ...order }];
  });
  const { description: _, ...schema } = rulesSchema(rules);
  const ofRules = { ...schema, default: {}, scope: 'resource', markdownDescription: '%setting.rules%' };
  return [
    { title: 'Asynclens', properties: Object.fromEntries(general) },
    { title: '%setting.rules.title%', properties: { 'asynclens.rules': ofRules } },
  ];
}
