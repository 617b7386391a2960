/** Errors that nobody handles, seen on their way to the listeners of `process`, and which of them ends the thread. */

import { EventType } from '../shared/trace/events.ts';
import type { Fatal } from '../shared/trace/format.ts';
import { clock, emit } from './runtime/events.ts';
import { begun } from './runtime/pending.ts';
import { indexOfReason } from './runtime/reasons.ts';
import { numberFor } from './runtime/unsampled.ts';

/** A rejection that no listener has heard of: Node may make an exception of it. */
let unheard: Fatal | undefined;
let fatal: Fatal | undefined;

/** What `process` is about to tell its listeners. */
export function noteTelling(name: string | symbol, args: readonly unknown[]): void {
  if (name === 'rejectionHandled') note(EventType.HandledLate, args[0], 0);
  if (name !== 'unhandledRejection') return;
  const reason = indexOfReason(args[0]);
  unheard = { rejection: note(EventType.Unhandled, args[1], reason), reason };
}

/** What it has told them; `heard` says whether there was one. */
export function noteTold(name: string | symbol, args: readonly unknown[], heard: boolean): void {
  if (name === 'unhandledRejection' && heard) unheard = undefined;
  if (name !== 'uncaughtException') return;
  const [error, origin] = args;
  const rejected = origin === 'unhandledRejection' ? unheard : undefined;
  if (!heard) fatal = rejected ?? { rejection: 0, reason: indexOfReason(error) };
  unheard = undefined;
}

/** What ends this thread, if something does that nobody handled. */
export const fatalSoFar = (): { readonly fatal?: Fatal } => (fatal === undefined ? {} : { fatal });

/** The number of the promise. */
function note(type: EventType, promise: unknown, subject: number): number {
  begun();
  const number = numberFor(promise);
  emit(type, subject, number, 0, clock());
  return number;
}
