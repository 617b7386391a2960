// What replaceable.ts calls.
import { readFileSync } from 'node:fs';

export interface LoaderOptions {
  load?: (name: string) => string;
  save?: (name: string, text: string) => void;
}

function parse(name: string): object {
  return JSON.parse(readFileSync(name, 'utf8')) as object;
}

export class Loader {
  constructor(
    readonly options: LoaderOptions,
    readonly parse: (name: string) => object = readJson,
    private readonly read = readFileSync,
  ) {}
  load(name: string) {
    return this.read(name, 'utf8');
  }
}

const readJson = parse;
