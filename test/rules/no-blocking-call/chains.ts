// options: {"cheap": false}
import fs, { copyFileSync, readFileSync, rmSync } from 'fs';
import { rm } from 'fs/promises';
import type { Remote } from './declared';

export async function inPlace(name: string) {
  rmSync(name);
  //^^^^ error: `rmSync` removes files synchronously; nothing else runs meanwhile.
  copyFileSync(name, 'copy');
  //^^^^^^^^^^ error: `copyFileSync` copies a file synchronously; nothing else runs meanwhile.
  if (fs.readFileSync(name, 'utf8').length > 3) await rm(name);
  //  ^^^^^^^^^^^^^^^ error: `readFileSync` reads a file synchronously; nothing else runs meanwhile.
}

/** What a file is called in the other. */
const copyFile = 'copy';

function readText(name: string): string {
  return readFileSync(name, 'utf8');
}

/**
 * Reads the settings.
 */
const parse = (name: string): object => JSON.parse(readText(name)) as object;

export async function connect() {
  const size = Object.keys(parse(copyFile)).length;
  //                       ^^^^^ error: `parse` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  return { size, of: [readText('a').trim(), parse('b').toString()] };
  //                  ^^^^^^^^ error: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                        ^^^^^ error: `parse` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

function onceMore() {
  return parse('c');
}
export const later = () => [Promise.resolve().then(() => onceMore())];
//                                                       ^^^^^^^^ error: `onceMore` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.

class Reader {
  readonly #name: string;
  constructor(name: string) {
    this.#name = readLink(name);
  }
  #read() {
    return fs.readFileSync(this.#name);
  }
  get size() {
    return this.#count();
  }
  #count() {
    return fs.statfsSync(this.#name).blocks;
  }
  async both() {
    return [this.#read().length, this.size];
    //      ^^^^^^^^^^ error: `#read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
    //                           ^^^^^^^^^ error: `size` looks at a file system synchronously, by `statfsSync`; nothing else runs meanwhile.
  }
}

function readLink(name: string) {
  return fs.readdirSync(name)[0]!;
}

export async function constructs() {
  return new Reader('a').both();
  //         ^^^^^^ error: `Reader` reads a folder synchronously, by `readdirSync`; nothing else runs meanwhile.
}

function readNames(names: readonly string[]) {
  return names.map(name => fs.readFileSync(name));
}
export async function callbacks() {
  return readNames(['a']);
  //     ^^^^^^^^^ error: `readNames` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

interface Source {
  text(): string;
}
class FileSource implements Source {
  text() {
    return fs.readFileSync('source', 'utf8');
  }
}
export async function contract(source: Source) {
  return source.text() + new FileSource().text();
  //     ^^^^^^^^^^^ error: `text` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                     ^^^^^^^^^^^^^^^^^^^^^ error: `text` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export function forOthers() {
  return fs.readFileSync('others');
}
export async function exported() {
  return forOthers();
  //     ^^^^^^^^^ error: `forOthers` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

function passedOn() {
  return fs.readFileSync('passed');
}
export const listeners = [passedOn];
export async function stored() {
  return passedOn();
  //     ^^^^^^^^ error: `passedOn` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

function overloaded(name: string): string;
function overloaded(name: number): number;
function overloaded(name: string | number) {
  fs.writeFileSync('log', String(name));
  return name;
}
export async function overloads() {
  return overloaded('a');
  //     ^^^^^^^^^^ error: `overloaded` writes a file synchronously, by `writeFileSync`; nothing else runs meanwhile.
}

function* lines() {
  yield fs.readFileSync('lines', 'utf8');
}
export async function generated() {
  return [...lines()];
}

function maybe(reader: { load(): string } | undefined) {
  return loaded.inner?.load().length ?? reader;
}
const loaded: { inner?: FileLoader } = {};
class FileLoader {
  load() {
    return fs.readFileSync('maybe', 'utf8');
  }
}
export async function shortCircuits() {
  return maybe(undefined);
  //     ^^^^^ error: `maybe` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

class FileRemote implements Remote {
  fetchAll() {
    return fs.readFileSync('remote', 'utf8');
  }
}
export async function declaredElsewhere(remote: Remote) {
  return remote.fetchAll();
  //     ^^^^^^^^^^^^^^^ error: `fetchAll` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
void FileRemote;
