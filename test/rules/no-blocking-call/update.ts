// options: {}
// Nobody but a command line uses this.
import { readFileSync } from 'node:fs';

export async function update() {
  return readFileSync('settings', 'utf8');
}
