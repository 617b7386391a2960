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
  //                                  ^^^^^^^^^^ warn: `size` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

let cache: object | undefined;
function cached(): object {
  return (cache ??= parse('cache'));
}
export async function firstUse() {
  return cached();
  //     ^^^^^^ hint: `cached` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

let agent: string | undefined;
function knownAgent(): string {
  if (agent) return agent;
  agent = readText('agent');
  return agent;
}
const texts = new Map<string, string>();
function textOf(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readText(name);
  texts.set(name, text);
  return text;
}
const paths: Record<string, string> = {};
function pathOf(name: string): string {
  const known = paths[name];
  if (known) return known;
  return (paths[name] = readText(name));
}
function otherPathOf(name: string): string {
  if (!paths[name]) paths[name] = readText(name);
  return paths[name];
}
let syntax: Promise<string> | undefined;
async function loadedSyntax(): Promise<string> {
  if (!syntax) {
    syntax = (async () => {
      const path = readText('path');
      //           ^^^^^^^^ hint: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
      return await readFile(path, 'utf8');
    })();
  }
  return await syntax;
}
let isReady = false;
function prepareOnce(): void {
  if (!isReady) {
    readText('wasm');
    isReady = true;
  }
}
export async function keptOnce() {
  prepareOnce();
  //^^^^^^^^^ hint: `prepareOnce` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  textOf('a');
  //^^^^ hint: `textOf` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  pathOf('a');
  //^^^^ hint: `pathOf` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  otherPathOf('a');
  //^^^^^^^^^ hint: `otherPathOf` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  await loadedSyntax();
  return knownAgent();
  //     ^^^^^^^^^^ hint: `knownAgent` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

interface Source {
  text(): string;
  id(): string;
}
class FileSource implements Source {
  text() {
    return readText('a');
  }
  id() {
    return readText('id');
  }
}
class LinkSource extends FileSource {
  override text() {
    return readText('b');
  }
  override id() {
    return 'b';
  }
}
export async function dispatched(source: Source, file: FileSource) {
  return [source.text(), source.id(), file.text(), file.id(), new LinkSource().id()];
  //      ^^^^^^^^^^^ warn: `text` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                                  ^^^^^^^^^ warn: `text` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

function measure<T>(work: () => T): T {
  return work();
}
function later(work: () => void): void {
  setImmediate(work);
}
export async function ownCallbacks() {
  later(() => readText('later'));
  return measure(() => readText('now'));
  //                   ^^^^^^^^ warn: `readText` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

/** Counts all primes below. @blocking */
function countPrimes(below: number): number {
  return below;
}
/** Only ever reads a line. @nonblocking */
function readLine(): string {
  return readText('line');
}
export async function marked() {
  return [countPrimes(1e9), readLine()];
  //      ^^^^^^^^^^^ warn: `countPrimes` does its work synchronously; nothing else runs meanwhile.
}

async function main() {
  await prepare();
}
async function prepare() {
  return readText('settings');
}
void main();

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
