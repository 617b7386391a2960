// What constructs.ts calls.
import { readFileSync } from 'node:fs';
import { style } from './loaded-at-start';

const read = (name: string): string => readFileSync(name, 'utf8');

export default class Library {
  static #count = 0;
  #name = '';
  static get count(): number {
    return read('count').length + Library.#count;
  }
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = read(name);
  }
  protected load(): string {
    return read('base');
  }
}

export class Shelf<Book> extends Library {
  readonly #books: Book[] = [];
  put(book: Book): Book {
    read('shelf');
    this.#books.push(book);
    return book;
  }
  override load(): string {
    return super.load();
  }
}

export const nested = {
  deep: {
    ['computed']: () => read('computed'),
    get size() {
      return read('size').length;
    },
    set size(size: number) {
      read(String(size));
    },
  },
};

export function tag(parts: TemplateStringsArray): string {
  return read(parts.join());
}

export function withDefault(text = read('default')): string {
  return text;
}

export const settings = { width: style.length };
