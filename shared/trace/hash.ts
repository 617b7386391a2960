/** Hashes: for names, and to recognise damage. Neither is meant to resist an attacker. */

/** The 64-bit hash of a text's UTF-16 code units, as 16 hexadecimal digits. */
export const hash64 = (text: string): string => hashOf(hashOn(NOTHING_HASHED, text));

/** A text on its way to a hash: texts that begin alike share the work. */
export interface Hashing {
  readonly low: number;
  readonly high: number;
  readonly length: number;
}

export const NOTHING_HASHED: Hashing = { low: 0x811c9dc5, high: 0x1b873593, length: 0 };

/** Goes on with a hash over a text's UTF-16 code units. */
export function hashOn(before: Hashing, text: string): Hashing {
  let { low, high } = before;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
  }
  return { low, high, length: before.length + text.length };
}

/** The hash of all that was hashed. */
export const hashOf = ({ low, high, length }: Hashing): string => hex(mixed(high ^ length)) + hex(mixed(low ^ high));

/** A 32-bit checksum, unsigned, that any changed, missing or swapped byte alters. */
export function checksum(bytes: Uint8Array): number {
  const whole = bytes.length & ~15;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Four sums side by side, since a processor can work on them at the same time.
  let a = bytes.length | 0;
  let [b, c, d] = [1, 2, 3];
  for (let at = 0; at < whole; at += 16) {
    a = withWord(a, view.getInt32(at, true));
    b = withWord(b, view.getInt32(at + 4, true));
    c = withWord(c, view.getInt32(at + 8, true));
    d = withWord(d, view.getInt32(at + 12, true));
  }
  for (let at = whole; at < bytes.length; at++) a = withWord(a, bytes[at]!);
  return mixed(withWord(withWord(withWord(a, b), c), d));
}

const withWord = (sum: number, word: number): number => Math.imul(sum ^ word, 0x01000193) ^ (sum >>> 17);

/** Lets each bit of the input reach each bit of the result. */
function mixed(hash: number): number {
  let it = hash;
  it = Math.imul(it ^ (it >>> 16), 0x85ebca6b);
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35);
  return (it ^ (it >>> 16)) >>> 0;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** By bytes, since a search makes thousands of names. */
const hex = (word: number): string =>
  BYTES[word >>> 24]! + BYTES[(word >>> 16) & 255]! + BYTES[(word >>> 8) & 255]! + BYTES[word & 255]!;
