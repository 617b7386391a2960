// options: {"dependencies": ["compiled"]}
// Only the packages that the option names are looked into, and what they use.
import { readSettings } from 'compiled';
import { loadRc } from 'untyped';

export async function load() {
  return [readSettings('a.json'), loadRc('app')];
  //      ^^^^^^^^^^^^ error: `readSettings` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
}
