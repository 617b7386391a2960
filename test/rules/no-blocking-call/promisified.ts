// options: {"cheap": true}
// What blocks and has a counterpart with a callback: it is wrapped once, beside the imports.
import { execFileSync, execSync } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { readSync } from 'node:fs';

export async function head(args: readonly string[]) {
  execSync('git fetch');
  //^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  const version = execFileSync('git', args).toString();
  //              ^^^^^^^^^^^^ error: `execFileSync` runs a program synchronously; nothing else runs meanwhile.
  return [version, execSync('git rev-parse HEAD', { encoding: 'utf8', cwd: '/' }).trim()];
  //               ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
}
export const keyOf = async (password: string) => pbkdf2Sync(password, randomBytes(16), 1000, 64, 'sha512').toString('hex');
//                                               ^^^^^^^^^^ error: `pbkdf2Sync` derives a key synchronously; nothing else runs meanwhile.
//                                                                    ^^^^^^^^^^^ error: `randomBytes` waits for random bytes synchronously; nothing else runs meanwhile.
export const countOf = async (file: number, buffer: Buffer) => readSync(file, buffer, 0, 10, null) + 1;
//                                                             ^^^^^^^^ error: `readSync` reads from a file synchronously; nothing else runs meanwhile.
