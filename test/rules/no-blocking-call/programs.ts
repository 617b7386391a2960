// options: {}
// Programs that would not give the same without blocking.
import { execSync, spawnSync } from 'node:child_process';

export async function kept(options: { readonly encoding: 'utf8' }) {
  const bytes = execSync('tar c .');
  //            ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  const known = execSync('date', options);
  //            ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  const answer = execSync('sort', { encoding: 'utf8', input: 'b\na' });
  //             ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  execSync('make', { stdio: 'inherit' });
  //^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  const { status } = spawnSync('ls');
  //                 ^^^^^^^^^ error: `spawnSync` runs a program synchronously; nothing else runs meanwhile.
  try {
    execSync('false');
    //^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  } catch (error) {
    return (error as { readonly status: number }).status;
  }
  return [bytes.length, known, answer, status];
}

export async function bytes() {
  return [execSync('tar c .').byteLength, execSync('tar c .', { cwd: '/' }).byteLength, execSync('tar c .', {})[0]];
  //      ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  //                                      ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
  //                                                                                    ^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
}
