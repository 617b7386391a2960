// options: {}
// Functions that are kept where others may put something else: what all of them do, counts.
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Loader, type LoaderOptions } from './replaceable-library';

const read = (name: string): string => readFileSync(name, 'utf8');

class Fields {
  load = read;
  direct = readFileSync;
  either = read;
  #own = read;
  late: (name: string) => string;
  harmless = read;
  cleared: typeof read | undefined = read;
  constructor() {
    this.late = name => read(name);
  }
  prepare(memory: Map<string, string>) {
    this.either = name => read(`${name}.bak`);
    this['harmless'] = name => memory.get(name) ?? '';
    this.cleared = undefined;
  }
  async all() {
    this.#own('a');
    //^^^^^^^ error: `#own` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
    return [this.load('b'), this.direct('c'), this.either('d'), this.late('e'), this.harmless('f'), this.cleared?.('g')];
    //      ^^^^^^^^^ error: `load` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
    //                      ^^^^^^^^^^^ error: `direct` (`readFileSync`) reads a file synchronously; nothing else runs meanwhile.
    //                                        ^^^^^^^^^^^ error: `either` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
    //                                                          ^^^^^^^^^ error: `late` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  }
}

export async function ofOthers(fields: Fields, loader: Loader) {
  fields.prepare(new Map());
  return [fields.load('a'), loader.load('b'), new Loader({}).parse('c')];
  //      ^^^^^^^^^^^ error: `load` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  //                        ^^^^^^^^^^^ error: `load` reads a file synchronously, by `read` (`readFileSync`); nothing else runs meanwhile.
  //                                          ^^^^^^^^^^^^^^^^^^^^ error: `parse` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

// The default is all that is ever given.
export async function withDefault(name: string, load = readFileSync) {
  return load(name);
  //     ^^^^ error: `load` (`readFileSync`) reads a file synchronously; nothing else runs meanwhile.
}
export async function withPart(name: string, { load = read, save = writeFileSync }: LoaderOptions = {}) {
  save(name, load(name));
  //^^ error: `save` (`writeFileSync`) writes a file synchronously; nothing else runs meanwhile.
  //         ^^^^ error: `load` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
export async function inVariable(options: LoaderOptions) {
  const { load = read } = options;
  return load('a');
  //     ^^^^ error: `load` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
function helper(load = read) {
  return load('a');
}
export async function throughHelper() {
  await withPart('a');
  await withPart('b', {});
  await inVariable({ save: undefined });
  return [helper(), await withDefault('a')];
  //      ^^^^^^ error: `helper` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}

// Something else is given somewhere.
export async function givenElsewhere(name: string, load: (name: string) => unknown = readFileSync) {
  return load(name);
}
export async function partGiven(name: string, { load = read }: LoaderOptions = {}) {
  return load(name);
}
export async function unknownPart(name: string, { load = read }: LoaderOptions = {}) {
  return load(name);
}
export async function replaced(name: string, load = read) {
  load = String;
  return load(name);
}
export async function givesAll(options: LoaderOptions) {
  await givenElsewhere('a', readFile);
  await partGiven('a', { load: String });
  await unknownPart('a', options);
  return ['a'].map(async (name, index, names, load = read) => load(name));
}
