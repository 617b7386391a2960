/** What happens while events are handed on, as in code that a debugger runs just then, damages no frame and is kept. */

import assert from 'node:assert/strict';
import { EVENT_INTS, EventType } from '../../shared/trace/events.ts';
import { emit, flush, writeTo } from '../../shim/runtime/events.ts';

const settle = (promise: number): void => emit(EventType.Settle, 0, promise, 0, 0);

/** What the events of each frame settle, where others come while the first one is handed on. */
function handedOn(meanwhile: readonly number[]): (readonly number[])[] {
  const frames: (readonly number[])[] = [];
  writeTo(frame => {
    if (frames.length === 0) meanwhile.forEach(settle);
    const { events } = frame;
    frames.push(Array.from({ length: events.length / EVENT_INTS }, (_, index) => events[index * EVENT_INTS + 1]!));
  });
  [1, 2, 3].forEach(settle);
  flush();
  settle(4);
  flush();
  return frames;
}

describe('while events are handed on', () => {
  afterEach(() => writeTo(() => undefined));

  it('others go into the next frame, in their order', () => {
    assert.deepEqual(handedOn([10, 11]), [[1, 2, 3], [10, 11, 4]]);
  });

  it('those are counted for which there is no room', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index + 10);
    const [first, ...others] = handedOn(many);
    assert.deepEqual(first, [1, 2, 3]);
    const next = others.flat();
    const kept = next.length - 2;
    // The loss is told in its place, by the number of those that are missing.
    assert.deepEqual(next, [...many.slice(0, kept), many.length - kept, 4]);
  });
});
