/** The JSON schema of options that name types and values; `server/facts/specifiers.ts` has their meaning. */

import type { JsonSchema } from '../../shared/rule-meta.ts';

const NAME: JsonSchema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true }],
};

const from = (source: string, more: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: { from: { const: source }, name: NAME, ...more },
  required: ['from', 'name', ...required],
});

export const SPECIFIERS_SCHEMA: JsonSchema = {
  type: 'array',
  default: [],
  items: {
    anyOf: [
      { type: 'string' },
      from('file', { path: { type: 'string' } }, []),
      from('lib', {}, []),
      from('package', { package: { type: 'string' } }, ['package']),
    ],
  },
};
