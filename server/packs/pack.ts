/** What is known of a library, as data. Entries are matched by declaration, never by name alone. */

import type { JsonSchema } from '../../shared/rule-meta.ts';
import type { BlockingFunction } from '../facts/blocking-function.ts';
import { BLOCKING_FUNCTION_SCHEMA } from './blocking-function.ts';

export interface Pack {
  /** As people import it; `lib` for TypeScript's own library. In a project's own pack also one of its files. */
  readonly module: string;
  /** Functions whose returned promise the library handles itself: a call may stand alone. */
  readonly selfHandledCalls?: readonly string[];
  /** Classes and interfaces of things that do nothing until they are awaited, such as queries. */
  readonly lazyThenables?: readonly string[];
  /** Members, as `Type.member`, whose type is lazy though they begin at once. */
  readonly startedAtOnce?: readonly string[];
  /**
   * Functions, and members as `Type.member`, whose promise may be kept and awaited later: it never rejects, or waits
   * for something that is set off meanwhile.
   */
  readonly awaitedLater?: readonly string[];
  /** Functions, and members as `Type.member`, whose promise is that of a timer: it waits for nothing else. */
  readonly pauses?: readonly string[];
  /** Functions, and members as `Type.member`, that handle the promises of callbacks which they take for `void`. */
  readonly observesPromises?: readonly string[];
  /** Functions, and members as `Type.member`, that write their first argument as JSON or text. */
  readonly serializers?: readonly string[];
  /** Assertions that their first argument is truthy. */
  readonly truthAssertions?: readonly string[];
  /** Assertions that compare their first argument. */
  readonly valueAssertions?: readonly string[];
  /** Assertions that call their first argument and look whether it throws. */
  readonly throwAssertions?: readonly string[];
  /** Members, as `Type.member`, that compare the argument of `expect(…)`. */
  readonly valueMatchers?: readonly string[];
  /** Members, as `Type.member`, that call the argument of `expect(…)` and look whether it throws. */
  readonly throwMatchers?: readonly string[];
  /** Types of assertions that are thenable but no promises, and functions that return such. */
  readonly asyncAssertions?: readonly string[];
  /** Types of the callback by which a test says that it is over. */
  readonly doneCallbacks?: readonly string[];
  /** Members of events, as `Type.member`, that mean something only while the event is handled. */
  readonly eventMembers?: readonly string[];
  /** Functions that work only while a component is being set up or drawn. */
  readonly setupCalls?: readonly string[];
  /** Functions that block the thread until their work is done. */
  readonly blocking?: readonly BlockingFunction[];
  /** Functions, and members as `Type.member`, that hardly ever block for long, whatever their code says. */
  readonly nonblocking?: readonly string[];
  /** Functions, and members as `Type.member`, that call the functions they are given before they return. */
  readonly runsCallbacksNow?: readonly string[];
  /** Functions, and members as `Type.member`, whose callbacks answer requests: while one blocks, all requests wait. */
  readonly handlers?: readonly string[];
  /**
   * Functions, and members as `Type.member`, whose callbacks run once, when somebody starts a program to do just that.
   */
  readonly commands?: readonly string[];
  /** Members of types, as `Type.member`, that such a program calls, as it does the hooks of a plugin. */
  readonly commandHooks?: readonly string[];
}

const names = (description: string): JsonSchema => ({ type: 'array', description, items: { type: 'string' } });

/** What can be said in a pack, as people read it where they write their own: every property of `Pack`. */
const PROPERTIES: Readonly<Record<keyof Required<Pack>, JsonSchema>> = {
  module: {
    type: 'string',
    description:
      'The module that is described, as it is imported. A path that begins with a dot is a file of the project: ' +
      'relative to the pack, with its extension.',
  },
  selfHandledCalls: names('Functions that handle the promise they return themselves: a call may stand alone.'),
  lazyThenables: names('Classes and interfaces of things that do nothing until they are awaited, such as queries.'),
  startedAtOnce: names('Members, as `Type.member`, whose type is lazy though they begin at once.'),
  awaitedLater: names('Functions, and members as `Type.member`, whose promise may be kept and awaited later.'),
  pauses: names(
    'Functions, and members as `Type.member`, whose promise is that of a timer: it waits for nothing else.',
  ),
  observesPromises: names(
    'Functions, and members as `Type.member`, that handle the promises of their callbacks, though their types say `void`.',
  ),
  serializers: names('Functions, and members as `Type.member`, that write their first argument as JSON or text.'),
  truthAssertions: names('Functions, and members as `Type.member`, that assert their first argument to be truthy.'),
  valueAssertions: names('Functions, and members as `Type.member`, that compare their first argument.'),
  throwAssertions: names('Functions, and members as `Type.member`, that look whether their first argument throws.'),
  valueMatchers: names('Members, as `Type.member`, that compare the argument of `expect(…)`.'),
  throwMatchers: names('Members, as `Type.member`, that look whether the argument of `expect(…)` throws.'),
  asyncAssertions: names('Types of assertions that are thenable but no promises, and functions that return such.'),
  doneCallbacks: names('Types of the callback by which a test says that it is over.'),
  eventMembers: names('Members of events, as `Type.member`, that mean something only while the event is handled.'),
  setupCalls: names('Functions that work only while a component is being set up or drawn.'),
  blocking: {
    type: 'array',
    description: 'Functions that block the thread until their work is done.',
    items: BLOCKING_FUNCTION_SCHEMA,
  },
  nonblocking: names(
    'Functions, and members as `Type.member`, that hardly ever block for long, whatever their code says.',
  ),
  runsCallbacksNow: names(
    'Functions, and members as `Type.member`, that call the functions they are given before they return.',
  ),
  handlers: names('Functions, and members as `Type.member`, whose callbacks answer requests.'),
  commands: names('Functions, and members as `Type.member`, whose callbacks are what a command line runs.'),
  commandHooks: names('Members, as `Type.member`, that what a command line runs calls, such as the hooks of a plugin.'),
};

/** The JSON Schema of a pack in a file. */
export const PACK_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'What Asynclens is to know of one module. Entries are matched by declaration.',
  additionalProperties: false,
  required: ['module'],
  properties: { $schema: { type: 'string', description: 'The address of this schema.' }, ...PROPERTIES },
};
