/** Writes protocol buffers: the few kinds of fields that exports need. */

import { encodeText } from '../../shared/trace/text.ts';

enum Wire {
  Varint,
  Fixed64,
  Bytes,
}

/** A message that is being written. Fields are given by their numbers in the schema. */
export class Message {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** A view that is valid until more is written. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A whole number from 0 to 2^53, also a boolean or an enum. */
  uint(field: number, value: number): this {
    this.#varint(field * 8 + Wire.Varint);
    this.#varint(value);
    return this;
  }

  /** The 64 bits of `high` and `low`, each unsigned. */
  fixed64(field: number, high: number, low: number): this {
    this.#varint(field * 8 + Wire.Fixed64);
    this.#room(8);
    for (const word of [low, high]) {
      for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.#length++] = word >>> shift;
    }
    return this;
  }

  text(field: number, value: string): this {
    return this.#delimited(field, encodeText(value));
  }

  message(field: number, value: Message): this {
    return this.#delimited(field, value.bytes);
  }

  #delimited(field: number, value: Uint8Array): this {
    this.#varint(field * 8 + Wire.Bytes);
    this.#varint(value.length);
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  #varint(value: number): void {
    this.#room(10);
    let rest = value;
    // Numbers above 2^32 do not fit into the operators for bits.
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const longer = new Uint8Array(2 * (this.#length + bytes));
    longer.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = longer;
  }
}
