/** One thread's connection: a token, and then a recording. */

import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { NotARecording } from '../shared/trace/frame-reader.ts';
import { TOKEN_LENGTH } from '../shared/trace/rendezvous.ts';

/** Reads what one thread sends, a recording of one stream: a `RecordingReader`, or what goes around it. */
export interface Receiver {
  /** @throws NotARecording */
  push(bytes: Uint8Array): void;
  /** The thread has ended, or was cut off: what it sent last tells. @throws NotARecording */
  end(): void;
}

export interface Listening {
  /** A thread has connected, with the right token. */
  joined(): Receiver;
  /** Somebody has connected who may not, or whom nobody understands; the reason is for people to read. */
  refused(reason: string): void;
}

type State =
  | { readonly kind: 'unknown'; readonly head: Buffer }
  | { readonly kind: 'joined'; readonly receiver: Receiver }
  | { readonly kind: 'over' };

/** Milliseconds in which the token has to come. */
const TOKEN_TIMEOUT = 5000;

/** Reads a connection to its end. */
export function receive(connection: Socket, token: string, listening: Listening): void {
  let state: State = { kind: 'unknown', head: Buffer.alloc(0) };
  const refuse = (reason: string): void => {
    state = { kind: 'over' };
    connection.destroy();
    listening.refused(reason);
  };
  const push = (receiver: Receiver, bytes: Buffer): void => attempt(() => receiver.push(bytes), refuse);
  connection.setTimeout(TOKEN_TIMEOUT, () => refuse('A program has connected, and did not say its token in time.'));
  connection.on('data', bytes => {
    if (state.kind === 'joined') return push(state.receiver, bytes);
    if (state.kind === 'over') return;
    const head = Buffer.concat([state.head, bytes]);
    state = { kind: 'unknown', head };
    if (head.length < TOKEN_LENGTH) return;
    if (!timingSafeEqual(head.subarray(0, TOKEN_LENGTH), Buffer.from(token, 'latin1'))) {
      return refuse('A program has connected without the token.');
    }
    connection.setTimeout(0);
    const receiver = listening.joined();
    state = { kind: 'joined', receiver };
    push(receiver, head.subarray(TOKEN_LENGTH));
  });
  // A program that is killed breaks its connection: that is one way for a recording to end.
  connection.on('error', () => undefined);
  connection.on('close', () => {
    if (state.kind === 'joined') attempt(state.receiver.end.bind(state.receiver), refuse);
  });
}

function attempt(action: () => void, refuse: (reason: string) => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof NotARecording)) throw error;
    refuse(error.message);
  }
}
