import assert from 'node:assert/strict';
import { frameOf, type Channel, type Frame } from '../../server/engine/channel.ts';
import { Requests } from '../../server/engine/requests.ts';

const RESPONSE = 4;
const PIPE_BYTES = 500;

/** A compiler that takes a request when its reply is read, and never one before. */
class LazyCompiler {
  readonly child = { pid: 0 };
  readonly _msgType = RESPONSE;
  readonly _msgName = Buffer.alloc(0);
  _msgPayload = Buffer.alloc(0);
  readonly #unread: Buffer[] = [];
  readonly writes: number[] = [];
  #answered = 0;

  writeAllBuf(data: Buffer, length: number): void {
    this.#unread.push(Buffer.from(data.subarray(0, length)));
    this.writes.push(length);
    const waiting = Buffer.concat(this.#unread).length;
    assert.ok(waiting <= PIPE_BYTES || this.#unread.length === 1, `${waiting} bytes do not fit into the pipe`);
  }

  readTuple(): void {
    const all = Buffer.concat(this.#unread.splice(0));
    assert.ok(all.length > 0, 'nothing was asked');
    // The requests of these tests are all alike.
    const rest = all.subarray(this.lengthOfRequest);
    if (rest.length > 0) this.#unread.push(rest);
    this._msgPayload = Buffer.from(JSON.stringify(this.#answered++));
  }

  handleCall(): void {}
  close(): void {}

  constructor(readonly lengthOfRequest: number) {}
}

function answersTo(requests: readonly Frame[], pace: 'ahead' | 'one by one') {
  const compiler = new LazyCompiler(requests[0]!.length);
  const talk = new Requests(compiler as Channel, pace, PIPE_BYTES);
  // Half of them while the other half is under way, as packets are.
  const half = requests.length / 2;
  talk.send(requests.slice(0, half));
  talk.send(requests.slice(half));
  return { answers: requests.map(() => talk.receive()), writes: compiler.writes };
}

const alike = (count: number, bytes: number) => Array.from({ length: count }, () => frameOf('ask', '.'.repeat(bytes)));
const inOrder = (count: number) => Array.from({ length: count }, (_, i) => ({ value: i }));

describe('requests to the compiler', () => {
  it('are written many at a time, no more than its pipe holds, and answered in order', () => {
    const { answers, writes } = answersTo(alike(100, 20), 'ahead');
    assert.deepEqual(answers, inOrder(100));
    assert.ok(writes.length < 20, `${writes.length} writes`);
  });

  it('are written by themselves when they are longer than the pipe', () => {
    const { answers, writes } = answersTo(alike(4, 2 * PIPE_BYTES), 'ahead');
    assert.deepEqual(answers, inOrder(4));
    assert.equal(writes.length, 4);
  });

  it('are written one by one where the compiler reads files meanwhile', () => {
    const { answers, writes } = answersTo(alike(10, 20), 'one by one');
    assert.deepEqual(answers, inOrder(10));
    assert.equal(writes.length, 10);
  });
});
