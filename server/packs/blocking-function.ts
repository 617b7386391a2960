/** What packs say of a function that does not return before its work is done, and lets nothing else run meanwhile. */

import type { JsonSchema } from '../../shared/rule-meta.ts';

export interface BlockingFunction {
  /** The function, or a member as `Type.member`. */
  readonly name: string;
  /** What it does, as a verb with its object: `reads a file`. People read "reads a file synchronously". */
  readonly does: string;
  /**
   * `blocking`: it waits, for a disk, a network or a process. `cheap`: it waits, but hardly ever long, as `existsSync`
   * does. `cpu`: it computes, for longer the larger its input is. Without a tier it is `blocking`.
   */
  readonly tier?: BlockingTier;
  /** Given a function among its arguments, it returns at once and calls back. */
  readonly unlessCallback?: boolean;
  /** It blocks only if this argument, counted from 0, is written as `false`. */
  readonly ifFalse?: number;
  /** What to call in its place. */
  readonly instead?: Replacement;
}

export type BlockingTier = 'blocking' | 'cheap' | 'cpu';

/** A function that does the same and lets other code run meanwhile. */
export interface Replacement {
  /** As people import it. */
  readonly module: string;
  readonly name: string;
  /**
   * `promise`: called with the same arguments it returns a promise. `promisify`: it does so once `promisify` of
   * `node:util` has wrapped it.
   */
  readonly how: 'promise' | 'promisify';
  /** The property of the promised value that holds what the blocking function returns; none when it is that value. */
  readonly result?: string;
}

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
      description: 'How it is called: as it is, or wrapped by `promisify` of `node:util`.',
      enum: ['promise', 'promisify'],
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
    ifFalse: { type: 'integer', description: 'It blocks only if this argument, counted from 0, is `false`.', minimum: 0 },
    instead: REPLACEMENT_SCHEMA,
  },
};
