/** A project that changes at random, and the same way for the same seed. */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '../lsp/folder.ts';

const MODULES = 6;

const SIGNATURES = [
  'async function work()',
  'async function work(): Promise<void>',
  'function work(): void',
  'function work()',
];
const BODIES = ['{}', '{ throw 1; }', '{ return; }', '{ next(); }', '{ state++; }', '{ return next(); }'];
const CONFIGURATIONS = [
  '{ "preset": "strict" }',
  '{ "rules": { "no-floating-promises": "warn" } }',
  '{ "ignore": ["m1.ts"] }',
  '{ "reportUnusedSuppressions": "warn" }',
];
const TSCONFIGS = [{ strict: true }, { strict: false }, { strict: true, noImplicitAny: false }].map(options =>
  JSON.stringify({ compilerOptions: { ...options, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' } }),
);

export class RandomProject {
  readonly #folder: Folder;
  #state: number;

  constructor(folder: Folder, seed: number) {
    this.#folder = folder;
    this.#state = seed;
    for (let i = 0; i < MODULES; i++) folder.write(`m${i}.ts`, this.#module(i));
  }

  /** Changes one thing; says which. */
  change(): string {
    const i = this.#below(MODULES);
    switch (this.#below(9)) {
      case 0:
        return this.#put(`m${i}.ts`, undefined);
      case 1:
        return this.#put(`m${i}/index.ts`, existsSync(this.#at(`m${i}/index.ts`)) ? undefined : this.#module(i));
      case 2:
        return this.#put('asynclens.json', this.#one([undefined, ...CONFIGURATIONS]));
      case 3:
        return this.#put('tsconfig.json', this.#one(TSCONFIGS));
      case 4:
        return this.#put(
          'globals.d.ts',
          this.#one([undefined, 'interface Promise<T> { then(): void }', 'declare let a: 1;']),
        );
      default:
        return this.#put(`m${i}.ts`, this.#module(i));
    }
  }

  /** Each imports the next, the last the first; `m1/index.ts` counts where there is no `m1.ts`. */
  #module(i: number): string {
    const next = `m${(i + 1) % MODULES}`;
    const above = this.#one(['', '\n', '// asynclens-disable-next-line\n', 'export const more = 1;\n']);
    const from = this.#one(['./', './', './gone-']) + next;
    return `import { work as next } from '${from}';\n${above}let state = 0;\nexport ${this.#one(SIGNATURES)} ${this.#one(BODIES)}\nnext();\n`;
  }

  #put(name: string, text: string | undefined): string {
    if (text === undefined) rmSync(this.#at(name), { force: true });
    else this.#folder.write(name, text);
    return `${name}: ${text}`;
  }

  #at(name: string): string {
    return join(this.#folder.path, name);
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)]!;
  }

  /** A linear congruential generator: its upper bits are random enough. */
  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
}
