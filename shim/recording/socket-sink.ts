/** A recording on its way to a listener, over a local socket. The program never waits for whoever reads it. */

import type { Socket } from 'node:net';
import { encodeFileHeader } from '../../shared/trace/frame.ts';
import type { Invitation } from '../../shared/trace/rendezvous.ts';
import { now } from '../monotonic.ts';
import { clearInterval, connect, every } from '../natives.ts';
import { hideConnecting } from './hide-connecting.ts';
import type { Sink, Written } from './sink.ts';
import { abandon, senderTo, type Send } from './send.ts';

/** Bytes that wait while the listener is busy; what comes on top is lost. */
const MAX_QUEUED = 4 << 20;

/** Milliseconds between attempts to send what waits. */
const RETRY_INTERVAL = 5;

/** Attempts without success after which a listener is given up when a program could not end because of it. */
const MAX_FRUITLESS = 200;

/** Milliseconds that the end of a program may take longer since its listener is slow. */
const PATIENCE_AT_END = 250;

const cell = new Int32Array(new SharedArrayBuffer(4));

export class SocketSink implements Sink {
  readonly #socket: Socket;
  readonly #send: Send;
  #queue: Uint8Array[] = [];
  #queued = 0;
  #closed = false;
  #retrying: NodeJS.Timeout | undefined;
  #fruitless = 0;

  /** A listener that is not there any more makes a sink that is closed. */
  constructor({ socket: path, token }: Invitation) {
    const socket = connect(path);
    this.#socket = socket;
    socket.on('error', () => this.#close());
    // Nothing ever comes from there. Who does not read is told of nothing, and is not kept alive.
    socket.pause();
    socket.unref();
    hideConnecting(socket);
    this.#send = senderTo(socket);
    this.write(Buffer.from(token, 'latin1'));
    this.write(encodeFileHeader());
  }

  write(frame: Uint8Array): Written {
    this.#drain();
    if (this.#closed) return 'closed';
    if (this.#queued > 0 && this.#queued + frame.length > MAX_QUEUED) return 'refused';
    const sent = this.#queued > 0 ? 0 : this.#trySend(frame);
    if (this.#closed) return 'closed';
    if (sent < frame.length) {
      this.#queue.push(frame.slice(sent));
      this.#queued += frame.length - sent;
    }
    if (this.#isWaiting()) this.#retrying ??= every(RETRY_INTERVAL, () => this.#retry());
    return 'written';
  }

  finish(): void {
    const deadline = now() + PATIENCE_AT_END;
    this.#drain();
    while (this.#queued > 0 && now() < deadline) {
      Atomics.wait(cell, 0, 0, 1);
      this.#drain();
    }
  }

  /** What is on its way still arrives. */
  close(): void {
    clearInterval(this.#retrying);
    this.#retrying = undefined;
    this.#close();
  }

  #retry(): void {
    this.#fruitless++;
    this.#drain();
    if (this.#hasRequest() && this.#fruitless > MAX_FRUITLESS) this.#close();
    if (this.#isWaiting()) return;
    clearInterval(this.#retrying);
    this.#retrying = undefined;
  }

  /** Requests keep a program alive, unlike the socket. */
  #hasRequest(): boolean {
    return this.#socket.connecting || this.#socket.writableLength > 0;
  }

  #isWaiting(): boolean {
    return !this.#closed && (this.#queued > 0 || this.#hasRequest());
  }

  #drain(): void {
    while (this.#queued > 0) {
      const [first] = this.#queue as [Uint8Array];
      const sent = this.#trySend(first);
      if (this.#closed) return;
      this.#queued -= sent;
      if (sent < first.length) {
        this.#queue[0] = first.subarray(sent);
        return;
      }
      this.#queue.shift();
    }
  }

  #trySend(bytes: Uint8Array): number {
    const sent = this.#send(bytes);
    if (sent === undefined) this.#close();
    else if (sent > 0) this.#fruitless = 0;
    return sent ?? 0;
  }

  #close(): void {
    this.#closed = true;
    this.#queue = [];
    this.#queued = 0;
    abandon(this.#socket);
  }
}
