// options: {}
// Functions that are kept in constants and properties, under their names or others.
import fs, { existsSync } from 'node:fs';
import other, { alsoRead as again, changing, Disk, files, openFile, readFileSync, small, store } from './held-library';
import * as library from './held-library';

const { writeFileSync, ...others } = fs;
const load = fs.readFileSync;
const { deep: { read: deepRead } } = other;

export async function takenOut() {
  writeFileSync('a', '');
  //^^^^^^^^^^^ error: `writeFileSync` writes a file synchronously; nothing else runs meanwhile.
  others.readFileSync('a');
  //^^^^^^^^^^^^^^^^^ error: `readFileSync` reads a file synchronously; nothing else runs meanwhile.
  readFileSync('a');
  //^^^^^^^^^^ error: `readFileSync` reads a file synchronously; nothing else runs meanwhile.
  openFile('a', 'r');
  //^^^^^^ error: `openFile` (`openSync`) opens a file synchronously; nothing else runs meanwhile.
  store('a');
  //^^^ error: `store` writes a file synchronously, by `writeFileSync`; nothing else runs meanwhile.
  const { store: put } = files;
  put('a');
  //^ error: `put` writes a file synchronously, by `writeFileSync`; nothing else runs meanwhile.
  deepRead('a');
  //^^^^^^ error: `deepRead` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function keptInConstants() {
  const reader = again;
  return [load('a'), again('a'), library.alsoRead('a'), reader('a'), ['a'].map(reader)];
  //      ^^^^ error: `load` (`readFileSync`) reads a file synchronously; nothing else runs meanwhile.
  //                 ^^^^^ error: `again` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                             ^^^^^^^^^^^^^^^^ error: `alsoRead` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                    ^^^^^^ error: `reader` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                           ^^^^^^ error: `reader` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function keptInProperties(disk: Disk) {
  const own = { existsSync, load, read: again };
  return [files.read('a'), files.raw('a'), files.bound('a'), disk.read('a'), Disk.write('a'), own.load('a'), own.read('a')];
  //      ^^^^^^^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                       ^^^^^^^^^ error: `raw` (`readFileSync`) reads a file synchronously; nothing else runs meanwhile.
  //                                       ^^^^^^^^^^^ error: `bound` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                         ^^^^^^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                         ^^^^^^^^^^ error: `write` writes a file synchronously, by `writeFileSync`; nothing else runs meanwhile.
  //                                                                                          ^^^^^^^^ error: `load` (`readFileSync`) reads a file synchronously; nothing else runs meanwhile.
  //                                                                                                         ^^^^^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function constructed(file: string) {
  const { DatabaseSync: Sqlite } = await import('node:sqlite');
  return new Sqlite(file);
  //         ^^^^^^ error: `Sqlite` (`DatabaseSync`) opens a database synchronously; nothing else runs meanwhile.
}

export async function byKey(disk: Disk, key: 'existsSync' | 'readFileSync') {
  const keyed = fs['readFileSync'];
  return [fs['readFileSync']('a'), keyed('a'), files['read']('a'), disk["read"]('a'), disk['size'], fs[key]];
  //      ^^^^^^^^^^^^^^^^^^ error: `readFileSync` reads a file synchronously; nothing else runs meanwhile.
  //                               ^^^^^ error: `keyed` (`readFileSync`) reads a file synchronously; nothing else runs meanwhile.
  //                                           ^^^^^^^^^^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                               ^^^^^^^^^^^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                                  ^^^^^^^^^^^^ error: `size` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

// Whatever it may be by then.
export async function changed(given: typeof again) {
  return [changing('a'), given('a'), small('a')];
}
