// options: {"cheap": true}
// What has a counterpart with a callback that `promisify` does not see whole: it is called in a promise.
import * as crypto from 'node:crypto';
import { randomFillSync, scryptSync } from 'node:crypto';
import { readSync, realpathSync, statSync } from 'node:fs';

export async function keyOf(password: string, salt: Buffer) {
  const short = scryptSync(password, salt, 16);
  //            ^^^^^^^^^^ error: `scryptSync` derives a key synchronously; nothing else runs meanwhile.
  return [short, crypto.scryptSync(password, salt, 64, { N: 16_384 }).toString('hex')];
  //             ^^^^^^^^^^^^^^^^^ error: `scryptSync` derives a key synchronously; nothing else runs meanwhile.
}

const hashOf = (password: string): string => scryptSync(password, 'salt', 64, { maxmem: 2 ** 26 }).toString('base64');
export async function through() {
  return hashOf('secret');
  //     ^^^^^^ error: `hashOf` derives a key synchronously, by `scryptSync`; nothing else runs meanwhile.
}

export async function others(file: number, data: Buffer) {
  randomFillSync(data, 2);
  //^^^^^^^^^^^^ error: `randomFillSync` waits for random bytes synchronously; nothing else runs meanwhile.
  const prime = crypto.generatePrimeSync(32, { bigint: true });
  //            ^^^^^^^^^^^^^^^^^^^^^^^^ error: `generatePrimeSync` looks for a prime synchronously; nothing else runs meanwhile.
  return prime + 1n > readSync(file, data) && crypto.checkPrimeSync(prime, { checks: 10 });
  //                  ^^^^^^^^ error: `readSync` reads from a file synchronously; nothing else runs meanwhile.
  //                                          ^^^^^^^^^^^^^^^^^^^^^ error: `checkPrimeSync` looks whether a number is prime synchronously; nothing else runs meanwhile.
}

export async function resolved(name: string) {
  return realpathSync.native(name).length;
  //     ^^^^^^^^^^^^^^^^^^^ error: `native` resolves a path synchronously; nothing else runs meanwhile.
}

// The arguments have to stay outside of another function.
export async function awaited(password: Promise<string>) {
  return scryptSync(await password, 'salt', 64);
  //     ^^^^^^^^^^ error: `scryptSync` derives a key synchronously; nothing else runs meanwhile.
}

// The promise API knows no such option.
function sizeOf(name: string) {
  return statSync(name, { throwIfNoEntry: false })?.size;
}
export async function known(name: string) {
  return sizeOf(name);
  //     ^^^^^^ error: `sizeOf` looks at a file synchronously, by `statSync`; nothing else runs meanwhile.
}
