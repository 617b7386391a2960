// A program whose suspended functions are known. It tells when all of them are.
const never = new Promise<void>(() => undefined);
const keepsRunning = setInterval(() => undefined, 1000);

interface Book {
  readonly title: string;
}

/** Nothing holds what cannot be resumed any more: this does. */
const shelf: ((book: Book) => void)[] = [];

async function fetchBook(): Promise<Book> {
  return await new Promise<Book>(done => shelf.push(done));
}

async function readBook(): Promise<string> {
  const { title } = await fetchBook();
  return title;
}

async function* pages(): AsyncGenerator<string> {
  yield 'first page';
  yield await readBook();
}

async function reader(): Promise<void> {
  for await (const page of pages()) console.log(page);
}

async function club(): Promise<void> {
  await Promise.all([fetchBook(), fetchBook(), readBook()]);
}

async function patron(): Promise<string> {
  return readBook().then(title => title.toUpperCase());
}

async function librarian(): Promise<void> {
  await Promise.race([patron(), never]).finally(() => clearInterval(keepsRunning));
}

Promise.all([reader(), club(), librarian()]).catch(console.error);
setImmediate(() => console.log('ready'));
