/** How packs describe functions that block: the schema of what `facts/blocking-function.ts` has as a type. */

import type { JsonSchema } from '../../shared/rule-meta.ts';

const REPLACEMENT_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'What to call in its place.',
  additionalProperties: false,
  required: ['module', 'name', 'how'],
  properties: {
    module: { type: 'string', description: 'The module, as it is imported.' },
    name: { type: 'string', description: 'The function in the module.' },
    how: {
      type: 'string',
      description:
        'How it is called: as it is, wrapped by `promisify` of `node:util`, or in a promise, with a callback.',
      enum: ['promise', 'promisify', 'callback'],
    },
    result: { type: 'string', description: 'The property of the promised value that holds the result.' },
  },
};

export const BLOCKING_FUNCTION_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'A function that does not return before its work is done.',
  additionalProperties: false,
  required: ['name', 'does'],
  properties: {
    name: { type: 'string', description: 'The function, or a member as `Type.member`.' },
    does: { type: 'string', description: 'What it does, as a verb with its object: `reads a file`.' },
    tier: {
      type: 'string',
      description: 'How it blocks: it waits (`blocking`), waits but hardly ever long (`cheap`), or computes (`cpu`).',
      enum: ['blocking', 'cheap', 'cpu'],
      default: 'blocking',
    },
    unlessCallback: { type: 'boolean', description: 'Given a callback, it returns at once.' },
    ifFalse: {
      type: 'integer',
      description: 'It blocks only if this argument, counted from 0, is `false`.',
      minimum: 0,
    },
    instead: REPLACEMENT_SCHEMA,
    otherwise: { type: 'string', description: 'What to do where nothing can be called in its place, as a sentence.' },
  },
};
