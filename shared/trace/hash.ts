/** Hashes: for names, and to recognise damage. Neither is meant to resist an attacker. */

/** The 64-bit hash of a text's UTF-16 code units, as 16 hexadecimal digits. */
export function hash64(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
  }
  return hex(mixed(high ^ text.length)) + hex(mixed(low ^ high));
}

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

const hex = (word: number): string => word.toString(16).padStart(8, '0');
