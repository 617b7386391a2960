/**
 * Requests on their way to the compiler, and their replies in the same order.
 *
 * The compiler finds its next request written already, and need not wait for us. Two things bound what is written
 * ahead. It stops reading while nobody takes its replies: if then the pipe to it is full as well, both wait forever.
 * And to answer a question it may want to read a file, which it asks us for: to name a type of a linked package in an
 * error message, for example. What it reads next it takes for the answer, also a request written ahead.
 */

import { receive, send, type Channel, type Frame, type Reply } from './channel.ts';

/** Whether requests are written ahead of earlier replies, which is faster, or one by one, which is always right. */
export type Pace = 'ahead' | 'one by one';

/**
 * Bytes that the pipe to the compiler holds for certain. Node makes it of Unix sockets, of which macOS has them hold
 * 8,192 bytes; what Windows' named pipes hold is up to the compiler.
 */
const PIPE_BYTES = process.platform === 'linux' ? 65_536 : 4096;

/** The compiler took a request for the text of a file: nothing that it says from then on can be used. */
export class RequestMisread extends Error {
  override readonly name = 'RequestMisread';
}

export class Requests {
  readonly #channel: Channel;
  /** How many bytes may be written that the compiler has not answered. */
  readonly #ahead: number;
  #unwritten: Frame[] = [];
  /** The lengths of those that are written and without a reply, and their sum. */
  readonly #open: number[] = [];
  #openBytes = 0;
  #misread: RequestMisread | undefined;

  constructor(channel: Channel, pace: Pace, pipeBytes = PIPE_BYTES) {
    this.#channel = channel;
    this.#ahead = pace === 'ahead' ? pipeBytes : 0;
  }

  /** Each has to be received before anything else talks to the compiler. */
  send(requests: readonly Frame[]): void {
    this.#unwritten.push(...requests);
    this.#write();
  }

  /** Waits for the reply to the request sent longest ago. @throws RequestMisread from the first time on */
  receive(): Reply {
    if (this.#misread) throw this.#misread;
    if (this.#openBytes <= this.#ahead / 2) this.#write();
    const reply = receive(this.#channel, () => this.#refuseToInterrupt());
    this.#openBytes -= this.#open.shift()!;
    return reply;
  }

  /**
   * Writes what fits, all at once; where nothing is open, at least one: the compiler reads all of it before it answers.
   */
  #write(): void {
    let count = 0;
    for (const { length } of this.#unwritten) {
      if (this.#open.length > 0 && this.#openBytes + length > this.#ahead) break;
      this.#open.push(length);
      this.#openBytes += length;
      count++;
    }
    if (count > 0) send(this.#channel, this.#unwritten.splice(0, count));
  }

  #refuseToInterrupt(): void {
    if (this.#open.length > 1)
      throw (this.#misread = new RequestMisread('The compiler took a request for the text of a file.'));
  }
}
