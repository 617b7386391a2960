/** A debugger, as editors have them, at a program that is recorded. */

import { Inspector } from '../../cli/ps/inspector.ts';

/** What becomes of the program's other threads, which all wait for the debugger when they begin. */
export type Threads = 'go on' | 'stay at their first line';

/** Of a line, from 0 on. */
export interface Place {
  readonly urlRegex: string;
  readonly lineNumber: number;
}

interface Paused {
  readonly hitBreakpoints: readonly string[];
}

interface Attached {
  readonly sessionId: string;
}

interface FromThread extends Attached {
  readonly message: string;
}

export class Debugger {
  /** How many threads the debugger was told of. */
  threads = 0;
  readonly stopped: Promise<void>;
  readonly #inspector: Inspector;
  #lastId = 0;

  private constructor(inspector: Inspector, threads: Threads) {
    this.#inspector = inspector;
    this.stopped = new Promise(resolve => {
      // Programs may stop at their first line, as well.
      inspector.on('Debugger.paused', ({ hitBreakpoints }: Paused) => {
        if (hitBreakpoints.length > 0) resolve();
        else void this.goOn();
      });
    });
    inspector.on('NodeWorker.attachedToWorker', ({ sessionId }: Attached) => {
      this.threads++;
      // Asked to step to their first line, they stop there.
      for (const method of ['Debugger.enable', 'Runtime.runIfWaitingForDebugger']) this.#toThread(sessionId, method);
    });
    inspector.on('NodeWorker.receivedMessageFromWorker', ({ sessionId, message }: FromThread) => {
      const { method } = JSON.parse(message) as { readonly method?: string };
      if (method === 'Debugger.paused' && threads === 'go on') this.#toThread(sessionId, 'Debugger.resume');
    });
    // Node waits for that.
    inspector.on('Runtime.executionContextDestroyed', () => void inspector.close());
  }

  /** Attaches to the program whose inspector is at `url`, and stops it when it comes to a place. */
  static async attach(url: string, threads: Threads, place: Place): Promise<Debugger> {
    const inspector = await Inspector.connect(url);
    const it = new Debugger(inspector, threads);
    const first = [
      inspector.send('NodeWorker.enable', { waitForDebuggerOnStart: true }),
      inspector.send('Runtime.enable'),
      inspector.send('Debugger.enable'),
      inspector.send('Debugger.setBreakpointByUrl', place),
      inspector.send('Runtime.runIfWaitingForDebugger'),
      it.evaluate('globalThis.isDebugged = true'),
    ];
    await Promise.all(first);
    return it;
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#inspector.send('Runtime.evaluate', { expression });
  }

  goOn(): Promise<unknown> {
    return this.#inspector.send('Debugger.resume');
  }

  leave(): Promise<void> {
    return this.#inspector.close();
  }

  /** Nobody waits for an answer: the program may end before. */
  #toThread(sessionId: string, method: string): void {
    const message = JSON.stringify({ id: ++this.#lastId, method });
    this.#inspector.send('NodeWorker.sendMessageToWorker', { sessionId, message }).catch(() => undefined);
  }
}
