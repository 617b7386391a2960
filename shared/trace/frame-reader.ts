/** Finds the whole frames in a recording, however its bytes arrive and whatever happened to them. */

import { FILE_HEADER_BYTES, FORMAT_VERSION } from './format.ts';
import { decodeFileHeader, decodeFrame, nextFrame, type Frame } from './frame.ts';

/** These bytes are no recording that this version can read. The message says why, and what to do. */
export class NotARecording extends Error {
  override readonly name = 'NotARecording';
}

export class FrameReader {
  #pending: Uint8Array = new Uint8Array(0);
  /** Offset of the first pending byte. */
  #offset = 0;
  /** Where the damage began that no whole frame has ended yet. */
  #damagedFrom: number | undefined;
  readonly #damages: string[] = [];

  /** What was found to be wrong so far, for people to read. Frames that are whole are kept. */
  get damages(): readonly string[] {
    return this.#damages;
  }

  /**
   * The frames that `bytes` complete, in order. Their payloads are views into what was pushed.
   * @throws NotARecording when the recording does not begin as one, or in a newer format
   */
  push(bytes: Uint8Array): Frame[] {
    this.#pending = this.#pending.length === 0 ? bytes : joined(this.#pending, bytes);
    if (this.#offset === 0 && !this.#takeFileHeader()) return [];
    return this.#takeFrames();
  }

  /**
   * There are no more bytes: a frame that has only begun was cut off.
   * @throws NotARecording when not even the header had arrived
   */
  end(): Frame[] {
    if (this.#offset === 0) throw new NotARecording(notOne(this.#pending.length));
    const frames: Frame[] = [];
    while (this.#pending.length > 0) {
      // What claims to go on behind the end may be damage that hides whole frames.
      this.#skip();
      frames.push(...this.#takeFrames());
    }
    this.#noteDamage(this.#offset, 'ends in the middle of a frame: the program was killed, or the disk was full');
    return frames;
  }

  #takeFileHeader(): boolean {
    const version = decodeFileHeader(this.#pending);
    if (version === undefined) {
      if (this.#pending.length >= FILE_HEADER_BYTES) throw new NotARecording(notOne(this.#pending.length));
      return false;
    }
    if (version !== FORMAT_VERSION) {
      throw new NotARecording(
        `The recording is in format ${version}, and this version of Asynclens reads format ${FORMAT_VERSION}. ` +
          (version > FORMAT_VERSION
            ? 'Update Asynclens.'
            : 'Record the program again with `asynclens trace`, or read it with the version that wrote it.'),
      );
    }
    this.#advance(FILE_HEADER_BYTES);
    return true;
  }

  #takeFrames(): Frame[] {
    const frames: Frame[] = [];
    while (this.#pending.length > 0) {
      const found = decodeFrame(this.#pending);
      if (found.kind === 'incomplete') break;
      if (found.kind === 'damaged') {
        this.#skip();
        continue;
      }
      this.#noteDamage(this.#offset, 'is damaged');
      frames.push(found.frame);
      this.#advance(found.length);
    }
    return frames;
  }

  /** Goes on to the next place that looks like a frame. */
  #skip(): void {
    this.#damagedFrom ??= this.#offset;
    this.#advance(nextFrame(this.#pending, 1));
  }

  #noteDamage(until: number, what: string): void {
    if (this.#damagedFrom === undefined) return;
    const offset = this.#damagedFrom;
    this.#damagedFrom = undefined;
    this.#damages.push(
      `The recording ${what}: ${until - offset} bytes from offset ${offset} on are lost. The rest is whole.`,
    );
  }

  #advance(bytes: number): void {
    this.#pending = this.#pending.subarray(bytes);
    this.#offset += bytes;
  }
}

const notOne = (bytes: number): string =>
  bytes === 0
    ? 'The recording is empty: the program ended before anything was recorded, or it is no Node program.'
    : 'This is no recording of Asynclens. `asynclens trace -- node app.js` makes one.';

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
