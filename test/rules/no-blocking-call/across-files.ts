// options: {}
// Ways to what blocks in another file.
import readIt, { readRenamed } from './helpers';
import { either, eachLine, files, Files, lastOf, readLater, renamedAgain as again, standard } from './reexports';
import * as all from './reexports';

export async function byName() {
  return [readIt(), readRenamed('a'), again('b'), standard(), all.standard()];
  //      ^^^^^^ error: `readIt` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                ^^^^^^^^^^^ error: `readRenamed` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                  ^^^^^ error: `again` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                              ^^^^^^^^ error: `standard` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                          ^^^^^^^^^^^^ error: `standard` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function byMember() {
  return [files.first(), files.second(), Files.only(), new Files().third(), new Files().fourth(), all.files['first']()];
  //      ^^^^^^^^^^^ error: `first` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                     ^^^^^^^^^^^^ error: `second` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                     ^^^^^^^^^^ error: `only` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                   ^^^^^^^^^^^^^^^^^ error: `third` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                        ^^^^^^^^^^^^^^^^^^ error: `fourth` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                                              ^^^^^^^^^^^^^^^^^^ error: `first` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function bySignature() {
  return [either('a'), either(1), lastOf([1], String), (either as (name: string) => string)('c')];
  //      ^^^^^^ error: `either` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                   ^^^^^^ error: `either` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                              ^^^^^^ error: `lastOf` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                    ^^^^^^ error: `either` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

// What is not known, and what does not run now.
export async function unknown(any: { read(): string }) {
  return [any.read(), await readLater(), eachLine()];
}
