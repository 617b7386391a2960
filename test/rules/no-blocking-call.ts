// A small service that reads its files while others wait.
import * as fs from 'node:fs';
import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const started = readFileSync('started', 'utf8');

export async function direct(name: string) {
  const text = fs.readFileSync(name, 'utf8');
  //           ^^^^^^^^^^^^^^^ warn: `readFileSync` reads a file synchronously; nothing else runs meanwhile.
  writeFileSync(`${name}.bak`, text);
  //^^^^^^^^^^^ warn: `writeFileSync` writes a file synchronously; nothing else runs meanwhile.
  return started + text + execSync('date');
  //                      ^^^^^^^^ warn: `execSync` runs a command synchronously; nothing else runs meanwhile.
}

export async function fine(name: string) {
  return existsSync(name) ? await readFile(name, 'utf8') : '';
}

function parse(name: string): object {
  return JSON.parse(readText(name)) as object;
}

function readText(name: string): string {
  return readFileSync(name, 'utf8');
}

export async function throughHelpers() {
  return parse('config.json');
  //     ^^^^^ warn: `parse` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

export async function inCallbacks(names: readonly string[]) {
  setTimeout(() => readText('later'), 10);
  names.map(name => readText(name));
  //                ^^^^^^^^ warn: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  names.forEach(readText);
  //            ^^^^^^^^ warn: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  return names.map(name => () => readText(name));
}

export function promiseCallbacks(names: Promise<readonly string[]>) {
  return names.then(all => all.map(name => parse(name))).then(readAll).finally(() => readText('done'));
  //                                       ^^^^^ warn: `parse` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                          ^^^^^^^ warn: `readAll` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                                                                 ^^^^^^^^ warn: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

function readAll(_: unknown): string[] {
  return ['a', 'b'].map(readText);
}

export function syncIsFine() {
  return parse('a');
}

export async function asyncIsNoStep() {
  await throughHelpers();
}

async function* lines(name: string) {
  yield* readText(name).split('\n');
  //     ^^^^^^^^ warn: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
void lines;

class Store {
  readonly #text = readText('store');
  readonly kept: object;
  constructor(name: string) {
    this.kept = parse(name);
  }
  get size() {
    return readText('size').length;
  }
  load() {
    return this.read();
  }
  read() {
    return this.#text + readText('more');
  }
}
class NamedStore extends Store {}

export async function constructs() {
  const store = new Store('a');
  //                ^^^^^ warn: `Store` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  const other = new NamedStore('b');
  //                ^^^^^^^^^^ warn: `NamedStore` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  return [store.load(), other.read(), store.size];
  //      ^^^^^^^^^^ warn: `load` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                    ^^^^^^^^^^ warn: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

let cache: object | undefined;
function cached(): object {
  return (cache ??= parse('cache'));
}
export async function firstUse() {
  return cached();
  //     ^^^^^^ hint: `cached` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

function even(n: number): boolean {
  return n === 0 || odd(n - 1);
}
function odd(n: number): boolean {
  return n > 100 ? readText('odd') !== '' : even(n - 1);
}
export async function circle() {
  return [even(3), odd(3)];
  //      ^^^^ warn: `even` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //               ^^^ warn: `odd` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
