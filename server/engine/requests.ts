/**
 * Requests on their way to the compiler, and their replies in the same order.
 *
 * To answer a question the compiler may want to read a file, which it asks us for: to name a type of a linked package
 * in an error message, for example. What it reads next it takes for the answer, also a request written ahead.
 */

import { receive, send, type Channel, type Reply } from './channel.ts';

/** Whether requests are written ahead of earlier replies, which is faster, or one by one, which is always right. */
export type Pace = 'ahead' | 'one by one';

/** The compiler took a request for the text of a file: nothing that it says from then on can be used. */
export class RequestMisread extends Error {
  override readonly name = 'RequestMisread';
}

export class Requests {
  readonly #channel: Channel;
  readonly #pace: Pace;
  readonly #unwritten: { readonly method: string; readonly body: string }[] = [];
  /** Written, and without a reply. */
  #open = 0;
  #misread: RequestMisread | undefined;

  constructor(channel: Channel, pace: Pace) {
    this.#channel = channel;
    this.#pace = pace;
  }

  /** Each, written as JSON, has to be received before anything else talks to the compiler. */
  send(method: string, bodies: readonly string[]): void {
    if (this.#pace === 'ahead') this.#write(method, bodies);
    else this.#unwritten.push(...bodies.map(body => ({ method, body })));
  }

  /** Waits for the reply to the request sent longest ago. @throws RequestMisread from the first time on */
  receive(): Reply {
    if (this.#misread) throw this.#misread;
    const next = this.#unwritten.shift();
    if (next) this.#write(next.method, [next.body]);
    const reply = receive(this.#channel, () => this.#refuseToInterrupt());
    this.#open--;
    return reply;
  }

  #write(method: string, bodies: readonly string[]): void {
    send(this.#channel, method, bodies);
    this.#open += bodies.length;
  }

  #refuseToInterrupt(): void {
    if (this.#open > 1) throw (this.#misread = new RequestMisread('The compiler took a request for the text of a file.'));
  }
}
