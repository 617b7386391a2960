/** The JSON Schema of `asynclens.json`: shipped to editors, and what configuration is validated against. */

import type { JsonSchema, RuleMeta } from '../../shared/rule-meta.ts';
import { CONFIGURED_SEVERITIES, PACK_SUFFIX, PRESETS } from '../../shared/settings.ts';

const SEVERITY_SCHEMA: JsonSchema = {
  type: 'string',
  enum: CONFIGURED_SEVERITIES,
  enumDescriptions: [
    'Shown as an error; `asynclens check` exits with 1.',
    'Shown as a warning.',
    'Shown as information.',
    'Shown as a hint: a faint mark in the editor.',
    'Not looked for.',
  ],
};

const PRESET_SCHEMA: JsonSchema = {
  type: 'string',
  enum: PRESETS,
  enumDescriptions: [
    'What is almost always a mistake.',
    'All rules, and what `recommended` stays silent on because it is often harmless.',
    'The rules that typescript-eslint has as well, with its defaults and its behaviour.',
  ],
};

/** A severity, or a list of a severity and the rule's options. `if` keeps error messages to one of the two. */
function ruleSettingSchema(rule: RuleMeta): JsonSchema {
  return {
    markdownDescription: rule.summary,
    if: { type: 'array' },
    then: { type: 'array', items: [SEVERITY_SCHEMA, rule.options], minItems: 2, maxItems: 2 },
    else: SEVERITY_SCHEMA,
  };
}

/** @param opaque names of rules whose settings may be anything */
export function rulesSchema(rules: readonly RuleMeta[], opaque: ReadonlySet<string> = new Set()): JsonSchema {
  const schemaOf = (rule: RuleMeta): JsonSchema => (opaque.has(rule.name) ? {} : ruleSettingSchema(rule));
  return {
    type: 'object',
    description: 'Severity and options of single rules; what is not named here is as in the preset.',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map(rule => [rule.name, schemaOf(rule)])),
  };
}

const globs = (description: string): JsonSchema => ({ type: 'array', description, items: { type: 'string' } });

/** @param opaque as in `rulesSchema` */
export function projectConfigSchema(rules: readonly RuleMeta[], opaque?: ReadonlySet<string>): JsonSchema {
  return {
    type: 'object',
    description: 'Configuration of Asynclens for this folder and all below it.',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      preset: { ...PRESET_SCHEMA, description: 'The set of rules to start from.', default: 'recommended' },
      rules: rulesSchema(rules, opaque),
      overrides: {
        type: 'array',
        description: 'Other settings for some of the files. Where several match, the last one wins.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files', 'rules'],
          properties: {
            files: globs('Globs relative to this file, such as `test/**`.'),
            rules: rulesSchema(rules, opaque),
          },
        },
      },
      packs: {
        type: 'array',
        description: 'Files that tell Asynclens of libraries: paths relative to this file.',
        items: {
          type: 'string',
          pattern: `${PACK_SUFFIX.replaceAll('.', '\\.')}$`,
          patternErrorMessage: `The name of a pack ends in "${PACK_SUFFIX}".`,
        },
      },
      ignore: globs('Files and folders that are not linted: globs relative to this file.'),
      reportUnusedSuppressions: {
        ...SEVERITY_SCHEMA,
        description: 'How a suppression comment that suppresses nothing is reported.',
        default: 'off',
      },
      reportUnexplainedSuppressions: {
        ...SEVERITY_SCHEMA,
        description: 'How a suppression comment without a reason is reported.',
        default: 'off',
      },
    },
  };
}
