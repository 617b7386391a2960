// options: {}
// Each way in which code can run what blocks.
import Library, { nested, settings, Shelf, tag, withDefault } from './constructs-library';
import * as library from './constructs-library';

export async function accessors(own: Library) {
  own.name = 'a';
  //^^^^^^ error: `name` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  nested.deep.size = 1;
  //^^^^^^^^^^^^^^ error: `size` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  nested.deep.size++;
  //^^^^^^^^^^^^^^ error: `size` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  settings.width = 2;
  return [own.name, nested.deep.size, Library.count];
  //                ^^^^^^^^^^^^^^^^ error: `size` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                  ^^^^^^^^^^^^^ error: `count` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function members(shelf: Shelf<number>, maybe?: Shelf<string>) {
  shelf.put(1);
  //^^^^^^^ error: `put` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  maybe?.put('a');
  //^^^^^^^^ error: `put` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  return [shelf.load(), new Shelf<string>()];
  //      ^^^^^^^^^^ error: `load` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function generic<T extends Shelf<number>>(shelf: T) {
  return shelf.put(1);
  //     ^^^^^^^^^ error: `put` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function objects() {
  return [nested.deep.computed(), nested['deep'].computed(), library.nested.deep.computed()];
  //      ^^^^^^^^^^^^^^^^^^^^ error: `computed` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                              ^^^^^^^^^^^^^^^^^^^^^^^ error: `computed` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: `computed` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function tagged() {
  return tag`a`;
  //     ^^^ error: `tag` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function parameters() {
  return [withDefault(), withDefault.call(undefined), withDefault.apply(undefined, []), withDefault.bind(undefined)];
  //      ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                     ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                  ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function callbacks(names: string[]) {
  names.sort(() => withDefault().length);
  //               ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  JSON.parse('{}', () => withDefault());
  //                     ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  'a'.replace(/a/, () => withDefault());
  //                     ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  new Map(names.map(name => [name, withDefault()]));
  //                               ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  return [Array.from(names, () => withDefault()), new Promise<void>(() => withDefault())];
  //                              ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                      ^^^^^^^^^^^ error: `withDefault` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function loading() {
  await import('./loaded-quietly');
  await import('./loaded-at-start');
  return await import('./lazily-loaded');
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^ hint: `import('./lazily-loaded')` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
