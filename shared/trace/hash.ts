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
  const whole = bytes.length >> 2;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = bytes.length | 0;
  for (let word = 0; word < whole; word++)
    sum = Math.imul(sum ^ view.getInt32(word * 4, true), 0x01000193) ^ (sum >>> 17);
  for (let at = whole * 4; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193) ^ (sum >>> 17);
  return mixed(sum);
}

/** Lets each bit of the input reach each bit of the result. */
function mixed(hash: number): number {
  let it = hash;
  it = Math.imul(it ^ (it >>> 16), 0x85ebca6b);
  it = Math.imul(it ^ (it >>> 13), 0xc2b2ae35);
  return (it ^ (it >>> 16)) >>> 0;
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');
