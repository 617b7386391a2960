// A book is borrowed, read, and given back, whatever happens meanwhile.
import { setTimeout as wait } from 'node:timers/promises';

class Book implements AsyncDisposable {
  #onShelf = false;

  async read(): Promise<string> {
    await wait(60);
    if (this.#onShelf) throw new Error('the book is back on its shelf');
    return 'Call me Ishmael.';
  }

  async giveBack(): Promise<void> {
    this.#onShelf = true;
    await wait(10);
    console.log('  given back');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.giveBack();
  }
}

/** Returns the promise of a page: `finally` takes the book away before there is one. */
async function readInHaste(): Promise<string> {
  const book = new Book();
  try {
    return book.read();
  } finally {
    await book.giveBack();
  }
}

async function readWithFinally(): Promise<string> {
  const book = new Book();
  try {
    return await book.read();
  } finally {
    await book.giveBack();
  }
}

async function readWithUsing(): Promise<string> {
  await using book = new Book();
  return await book.read();
}

for (const reader of [readInHaste, readWithFinally, readWithUsing]) {
  console.log(`${reader.name}:`);
  await reader().then(
    page => console.log(`  ${page}`),
    error => console.log(`  ${String(error)}`),
  );
}
