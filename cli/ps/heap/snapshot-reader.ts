/** Reads a heap snapshot while it comes in, so that its text is never in memory as a whole. */

import { HeapColumns, type Header } from './columns.ts';
import type { Heap } from './heap.ts';

// Codes of characters.
const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;

/** Behind the header come arrays, the first of which has this name. */
const FIRST_ARRAY = ',\n"nodes":[';

type State = 'header' | 'name' | 'numbers' | 'nothing' | 'strings';

export class SnapshotReader {
  #state: State = 'header';
  /** What has come of the header, of a name, or of a string. */
  #text = '';
  #heap: HeapColumns | undefined;
  #take: (value: number) => void = () => undefined;
  #number = -1;
  #inString = false;
  #escaped = false;
  #strings = 0;

  /** @throws SyntaxError when it is no snapshot */
  push(chunk: string): void {
    let at = this.#state === 'header' ? this.#header(chunk) : 0;
    while (at < chunk.length) at = this.#go(chunk, at);
  }

  /** @throws SyntaxError when the snapshot is not complete */
  end(): Heap {
    if (this.#heap === undefined || this.#strings === 0) throw new SyntaxError('The heap snapshot is not complete.');
    return this.#heap;
  }

  /** The position in the chunk behind the header; its length while that is not complete. */
  #header(chunk: string): number {
    const before = this.#text.length;
    this.#text += chunk;
    const end = this.#text.indexOf(FIRST_ARRAY);
    if (end === -1) return chunk.length;
    const { snapshot } = JSON.parse(`${this.#text.slice(0, end)}}`) as { snapshot: Header };
    this.#heap = new HeapColumns(snapshot);
    this.#begin('nodes');
    return end + FIRST_ARRAY.length - before;
  }

  #begin(name: string): void {
    this.#text = '';
    this.#number = -1;
    const take = this.#heap!.numbersOf(name);
    if (take !== undefined) this.#take = take;
    this.#state = name === 'strings' ? 'strings' : take === undefined ? 'nothing' : 'numbers';
  }

  #go(chunk: string, at: number): number {
    switch (this.#state) {
      case 'numbers':
        return this.#numbers(chunk, at);
      case 'strings':
        return this.#inString ? this.#string(chunk, at) : this.#betweenStrings(chunk, at);
      case 'nothing':
        return this.#skip(chunk, at);
      default:
        return this.#name(chunk, at);
    }
  }

  #numbers(chunk: string, from: number): number {
    let number = this.#number;
    for (let at = from; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code >= ZERO && code <= NINE) number = (number === -1 ? 0 : number * 10) + code - ZERO;
      else if ((code === COMMA || code === CLOSE) && number !== -1) {
        this.#take(number);
        number = -1;
      }
      if (code !== CLOSE) continue;
      this.#state = 'name';
      return at + 1;
    }
    this.#number = number;
    return chunk.length;
  }

  /** Arrays that nobody needs are empty, or hold numbers only. */
  #skip(chunk: string, at: number): number {
    const found = chunk.indexOf(']', at);
    if (found === -1) return chunk.length;
    this.#state = 'name';
    return found + 1;
  }

  #name(chunk: string, at: number): number {
    const open = chunk.indexOf('[', at);
    this.#text += chunk.slice(at, open === -1 ? undefined : open);
    if (open === -1) return chunk.length;
    this.#begin(/"(\w+)":$/.exec(this.#text)?.[1] ?? '');
    return open + 1;
  }

  #betweenStrings(chunk: string, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === CLOSE) {
        this.#state = 'name';
        return at + 1;
      }
      if (code !== QUOTE) continue;
      this.#inString = true;
      return at + 1;
    }
    return chunk.length;
  }

  #string(chunk: string, from: number): number {
    let at = from;
    for (; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#escaped) this.#escaped = false;
      else if (code === BACKSLASH) this.#escaped = true;
      else if (code === QUOTE) break;
    }
    const heap = this.#heap!;
    const wanted = heap.wantsString(this.#strings);
    if (wanted) this.#text += chunk.slice(from, at);
    if (at === chunk.length) return at;
    if (wanted) heap.takeString(this.#strings, JSON.parse(`"${this.#text}"`) as string);
    this.#text = '';
    this.#strings++;
    this.#inString = false;
    return at + 1;
  }
}
