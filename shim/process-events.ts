/** The end of the process, and rejections that nobody handles: seen on their way to the listeners, without being one. */

import { EventType } from '../shared/trace/events.ts';
import { clock, emit } from './runtime/events.ts';
import { begun } from './runtime/pending.ts';
import { idOf } from './runtime/stamp.ts';

/** `ended` is called when all listeners for the end have run. */
export function watchProcess(ended: () => void): void {
  const original = process.emit;
  const watching = {
    emit(this: NodeJS.Process, name: string | symbol, ...args: unknown[]): boolean {
      if (name === 'unhandledRejection') note(EventType.Unhandled, args[1]);
      if (name === 'rejectionHandled') note(EventType.HandledLate, args[0]);
      try {
        return Reflect.apply(original, this, [name, ...args]) as boolean;
      } finally {
        if (name === 'exit') ended();
      }
    },
  };
  process.emit = watching.emit as typeof process.emit;
}

function note(type: EventType, promise: unknown): void {
  begun();
  emit(type, 0, idOf(promise), 0, clock());
}
