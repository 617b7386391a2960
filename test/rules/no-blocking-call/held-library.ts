// What held.ts calls, under other names.
import fs from 'node:fs';

export const { readFileSync, openSync: openFile } = fs;

const read = (name: string): string => fs.readFileSync(name, 'utf8');
function write(name: string): void {
  fs.writeFileSync(name, '');
}

export const files = { read, store: write, raw: fs.readFileSync, bound: read.bind(undefined) };
export const { store } = files;
export const alsoRead = read;
export default { deep: { read } };

export class Disk {
  readonly read = read;
  static readonly write = write;
  get size(): number {
    return read('size').length;
  }
}

/** @nonblocking */
export const small = read;
export let changing = read;
export function change(to: typeof read): void {
  changing = to;
}
