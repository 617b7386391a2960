/** Speaks to the inspector of a Node process. */

import { once } from 'node:events';
import type { WebSocket } from 'ws';

/** The process does not answer, or not as it should. */
export class InspectorError extends Error {
  override readonly name = 'InspectorError';
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Whoever listens on a port; `undefined` when nobody does, or no inspector. */
export async function inspectorAt(port: number): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`);
    const [target] = (await response.json()) as { webSocketDebuggerUrl?: string }[];
    return target?.webSocketDebuggerUrl;
  } catch {
    return undefined;
  }
}

const CLOSED = 'The process has closed the connection.';

export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, (params: never) => void>();
  #lastId = 0;

  /** @throws InspectorError when there is no connection */
  static async connect(url: string): Promise<Inspector> {
    // No other command needs it, and each would wait until it is loaded.
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 0 });
    try {
      await once(socket, 'open');
    } catch (error) {
      throw new InspectorError(`The inspector cannot be reached: ${(error as Error).message}`);
    }
    return new Inspector(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(JSON.parse(data.toString()) as Message));
    socket.on('close', () => this.#ended(CLOSED));
    socket.on('error', error => this.#ended(error.message));
  }

  /** @throws InspectorError */
  send<Result>(method: string, params: object = {}): Promise<Result> {
    if (this.#socket.readyState !== this.#socket.OPEN) return Promise.reject(new InspectorError(CLOSED));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  on<Params>(method: string, listener: (params: Params) => void): void {
    this.#listeners.set(method, listener);
  }

  /** The value of an expression in the program. @throws InspectorError */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.send<{
      result: { value: Value };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails === undefined) return result.value;
    throw new InspectorError(exceptionDetails.exception?.description ?? 'It has thrown what is no error.');
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined) this.#listeners.get(method)?.(params as never);
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id!);
    if (error === undefined) waiting.resolve(result);
    else waiting.reject(new InspectorError(error.message));
  }

  #ended(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new InspectorError(reason));
    this.#waiting.clear();
  }
}
