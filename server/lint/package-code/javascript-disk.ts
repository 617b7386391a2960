/** The disk as a compiler sees it that is to read the JavaScript of packages: without what declares its types. */

import { Disk } from '../../engine/disk.ts';
import type { Witness } from '../../engine/witness.ts';
import { glanceAt, type Glance } from './glance.ts';
import { plainJavaScript } from './plain-javascript.ts';

/** Declarations, and sources that come with them. Those of Node and of the language stay. */
const DECLARATIONS = /\/node_modules\/(?!.*(?:@types\/node|undici-types|@typescript\/[^/]+)\/).*\.[cm]?tsx?$/;
const JAVASCRIPT_OF_PACKAGES = /\/node_modules\/.*\.[cm]?js$/;

export class JavaScriptDisk extends Disk {
  readonly #made: ReadonlyMap<string, string>;
  readonly #blocking: RegExp;
  /** What was read of packages. */
  readonly glances = new Map<string, Glance>();

  /**
   * @param made the texts of files that are on no disk
   * @param blocking finds texts that may name what blocks
   */
  constructor(made: ReadonlyMap<string, string>, blocking: RegExp, witness: Witness) {
    super(witness);
    this.#blocking = blocking;
    this.#made = made;
  }

  override text(file: string): string | undefined {
    return this.#made.get(file) ?? super.text(file);
  }

  override has(path: string): boolean {
    return this.#made.has(path) || super.has(path);
  }

  override callbacks(textFor: (file: string) => string | undefined): ReturnType<Disk['callbacks']> {
    const fs = super.callbacks(textFor);
    return {
      ...fs,
      readFile: file => {
        const isJavaScript = JAVASCRIPT_OF_PACKAGES.test(file);
        return this.#made.get(file) ?? (isJavaScript ? this.#javascript(file) : fs.readFile!(file));
      },
      fileExists: file => {
        if (this.#made.has(file)) return true;
        return DECLARATIONS.test(file) ? false : fs.fileExists!(file);
      },
    };
  }

  #javascript(file: string): string | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const plain = plainJavaScript(text);
    this.glances.set(file, glanceAt(plain, this.#blocking));
    return plain;
  }
}
