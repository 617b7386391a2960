// options: {}
// A function that the file has wrapped already, and how it calls what it imports as a whole.
import child_process from 'child_process';
import util from 'util';

const run = util.promisify(child_process.exec);

export async function again() {
  await run('true');
  return child_process.execSync('date', { encoding: 'utf8' }).trim();
  //     ^^^^^^^^^^^^^^^^^^^^^^ error: `execSync` runs a command synchronously; nothing else runs meanwhile.
}

function today(): string {
  return child_process.execFileSync('date', { encoding: 'utf8' });
}
export async function throughHelper() {
  return today();
  //     ^^^^^ error: `today` runs a program synchronously, by `execFileSync`; nothing else runs meanwhile.
}
