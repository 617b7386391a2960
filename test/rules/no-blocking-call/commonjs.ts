// options: {}
// Ways through modules that say `require` and `exports`.
import { direct, later, loadAgain, loaded, renamed } from './commonjs-library';
import * as library from './commonjs-library';
import single from './commonjs-single';

export async function all() {
  return [direct('a'), renamed('b'), loaded('c'), library.loaded('d'), loadAgain('e'), single('f')];
  //      ^^^^^^ error: `direct` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                   ^^^^^^^ error: `renamed` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                 ^^^^^^ error: `loaded` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                              ^^^^^^^^^^^^^^ error: `loaded` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                   ^^^^^^^^^ error: `loadAgain` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                                   ^^^^^^ error: `single` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

// What runs later, and what is not what it was.
export async function none() {
  return [later('a'), library.changed('b')];
}
