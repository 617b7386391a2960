import { EventEmitter, once } from 'node:events';

/** A queue with room for so many items: whoever puts waits for room, whoever takes waits for an item. */
export class Queue<T> {
  readonly #items: T[] = [];
  readonly #room: number;
  readonly #news = new EventEmitter();
  #closed = false;

  constructor(room: number) {
    this.#room = room;
  }

  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#room) await once(this.#news, 'taken');
    this.#items.push(item);
    this.#news.emit('put');
  }

  /** No more items will come: whoever takes gets what is left. */
  close(): void {
    this.#closed = true;
    this.#news.emit('put');
  }

  /** Takes items until the queue is closed and empty. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    while (this.#items.length > 0 || !this.#closed) {
      if (this.#items.length === 0) {
        await once(this.#news, 'put');
        continue;
      }
      const item = this.#items.shift()!;
      this.#news.emit('taken');
      yield item;
    }
  }
}
