// options: {"dependencies": true}
import list, { names } from 'assigned';
import { findRoot, nameOf as fileName } from 'bundled';
import { Cache, nameOf, readOptions, readSettings, start, Store } from 'compiled';
import * as compiled from 'compiled';
import main from 'compiled/dist/settings';
import { readSync } from 'declared-only';
import { Journal } from 'emitting';
import { EventEmitter } from 'node:events';
import { stop, translate } from 'lazy';
import { read as readMinified } from 'minified';
import api, { eachLine, readAll, readAs, readLater, readOnce, readSlowly, readWell } from 'modern';
import { sizes } from 'modern/files';
import * as older from 'older';
import { loadRc, parseRc } from 'untyped';

// CommonJS as TypeScript writes it: barrels, getters, defaults, classes and their methods.
export async function compiledByTypeScript(store: Store) {
  readSettings('a.json');
  //^^^^^^^^^^ error: `readSettings` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  readOptions();
  //^^^^^^^^^ error: `readOptions` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  start();
  //^^^ error: `start` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  main();
  //^^ error: `main` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  store.load('a');
  //^^^^^^^^ error: `load` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  Store.open();
  //^^^^^^^^ error: `open` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  new Cache();
  //  ^^^^^ error: `Cache` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
  compiled.readSettings('b.json');
  //^^^^^^^^^^^^^^^^^^^ error: `readSettings` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
}

function load(store: Store) {
  return store.read('a');
}

export async function throughOwnFunctions(store: Store) {
  return load(store);
  //     ^^^^ error: `load` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
}

// Modules, by conditions in `exports`; names that bundlers changed.
export async function modern() {
  readAll(['a']);
  //^^^^^ error: `readAll` reads a file synchronously, by `readFileSync` in the code of `modern`; nothing else runs meanwhile.
  await readSlowly('a');
  //    ^^^^^^^^^^ error: `readSlowly` reads a file synchronously, by `readFileSync` in the code of `modern`; nothing else runs meanwhile.
  readOnce('a');
  //^^^^^^ hint: `readOnce` reads a file synchronously, by `readFileSync` in the code of `modern`; nothing else runs meanwhile.
  api.lines('a');
  //^^^^^^^ error: `lines` reads a file synchronously, by `readFileSync` in the code of `modern`; nothing else runs meanwhile.
  sizes(['a']);
  //^^^ error: `sizes` reads a folder synchronously, by `readdirSync` in the code of `modern`; nothing else runs meanwhile.
}

export async function others() {
  findRoot('.');
  //^^^^^^ error: `findRoot` runs a command synchronously, by `execSync` in the code of `bundled`; nothing else runs meanwhile.
  list('.');
  //^^ error: `list` reads a folder synchronously, by `readdirSync` in the code of `assigned`; nothing else runs meanwhile.
  names(['.']);
  //^^^ error: `names` reads a folder synchronously, by `readdirSync` in the code of `assigned`; nothing else runs meanwhile.
  loadRc('app');
  //^^^^ error: `loadRc` reads a file synchronously, by `readFileSync` in the code of `untyped`; nothing else runs meanwhile.
  translate('yes');
  //^^^^^^^ hint: `translate` reads a file synchronously, by `readFileSync` in the code of `lazy`; nothing else runs meanwhile.
}

// What was compiled for older targets, and what is done in some cases only.
export async function conditions() {
  await older.load('a.json');
  //    ^^^^^^^^^^ error: `load` reads a file synchronously, by `readFileSync` in the code of `older`; nothing else runs meanwhile.
  older.find('.', {});
  //^^^^^^^^ hint: `find` reads a folder synchronously in some cases, by `readdirSync` in the code of `older`; nothing else runs meanwhile.
}

// A method that the types have from another class is not told from that of the other one.
export async function inherited() {
  new Journal().flush();
  //^^^^^^^^^^^^^^^^^ error: `flush` writes a file synchronously, by `writeFileSync` in the code of `emitting`; nothing else runs meanwhile.
  new Journal().emit('a');
  new EventEmitter().emit('a');
}

// What they are given is called, or not, by what is known of functions.
export async function handedOver(files: readonly string[]) {
  return files.map(readSettings);
  //               ^^^^^^^^^^^^ error: `readSettings` reads a file synchronously, by `readFileSync` in the code of `compiled`; nothing else runs meanwhile.
}

// What does not block, runs later, is chosen by a name, or cannot be read.
export async function none(store: Store) {
  nameOf({ name: fileName('a') });
  store.name();
  store.first;
  readLater('a', () => undefined);
  await readWell('a');
  eachLine('a');
  readAs('text', 'a');
  api.count('a');
  parseRc('{}');
  older.open('ls');
  older.find('.');
  readSync('a');
  readMinified('a');
  stop();
}

export function notAsync() {
  return readSettings('a.json');
}
