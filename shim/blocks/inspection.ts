/** Interrupts other threads, whatever JavaScript they run, by the inspector of the main thread. */

import type { Session } from 'node:inspector';
import { INTERRUPT } from '../runtime/names.ts';
import { inspector } from './inspector.ts';
import { Cell, Line } from './pulse.ts';

// What comes of it is written down there.
const CALL = { expression: `globalThis.${INTERRUPT}?.()`, silent: true };

export class Inspection {
  /** Those of the main thread. */
  readonly #cells: Int32Array;
  #session: Session | undefined;

  constructor(cells: Int32Array) {
    this.#cells = cells;
  }

  interruptMain(): void {
    this.#connected()?.post('Runtime.evaluate', CALL);
  }

  /**
   * Interrupts `count` threads, which answer when they have been asked. The main thread numbers them anew for each
   * session, from 1 on, and passes on what is for them, unless Node's own code keeps it.
   */
  interruptWorkers(count: number): void {
    const session = this.#connected();
    if (session === undefined) return;
    session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: CALL });
    for (let id = 1; id <= count; id++) {
      session.post('NodeWorker.sendMessageToWorker', { sessionId: String(id), message });
    }
  }

  /** While there is a session, Node does not let the process end, and says so. */
  hangUp(): void {
    if (this.#session === undefined) return;
    this.#session.disconnect();
    this.#session = undefined;
    Atomics.store(this.#cells, Cell.line, Line.free);
    Atomics.notify(this.#cells, Cell.line);
  }

  #connected(): Session | undefined {
    if (this.#session !== undefined || inspector === undefined) return this.#session;
    if (Atomics.compareExchange(this.#cells, Cell.line, Line.free, Line.busy) !== Line.free) return undefined;
    this.#session = new inspector.Session();
    this.#session.connectToMainThread();
    return this.#session;
  }
}
