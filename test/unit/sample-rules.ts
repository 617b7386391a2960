/** Two made-up rules, so that tests of configuration and output do not hang on what real rules say. */

import type { RuleMeta } from '../../shared/rule-meta.ts';

export const FLOATING: RuleMeta = {
  name: 'no-floating-promises',
  category: 'correctness',
  summary: 'Promises are handled.',
  presets: {
    recommended: ['error', { ignoreVoid: true }],
    strict: ['error', { ignoreVoid: false }],
    'typescript-eslint': 'error',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      ignoreVoid: { type: 'boolean', description: 'Accept `void`.', default: true },
      ignoreIIFE: { type: 'boolean', description: 'Accept async IIFEs.', default: false },
    },
  },
  equivalents: [
    { tool: 'eslint', rule: '@typescript-eslint/no-floating-promises' },
    { tool: 'oxlint', rule: 'typescript/no-floating-promises' },
    { tool: 'biome', rule: 'nursery/noFloatingPromises' },
  ],
};

export const BLOCKING: RuleMeta = {
  name: 'no-blocking-call',
  category: 'blocking',
  summary: 'The event loop is not blocked.',
  presets: { recommended: 'warn', strict: 'error', 'typescript-eslint': 'off' },
  options: { type: 'object', additionalProperties: false, properties: {} },
  equivalents: [],
};

export const SAMPLE_RULES: readonly RuleMeta[] = [FLOATING, BLOCKING];
