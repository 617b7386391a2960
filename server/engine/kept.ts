/** What facts found out about code, as long as it goes from one snapshot to the next. */

import type { Node, SourceFile } from '../syntax/ast.ts';
import { outlineOf } from './outline.ts';

/** The type of a function, in full, as text. */
export type TypeOf = (fn: Node) => string;

/** Of one project. */
export class Kept {
  /** The files that it was found out about. */
  #sources: readonly SourceFile[] = [];
  #memories = new Map<string, Map<unknown, unknown>>();
  /** The types of functions that do not say theirs, in files that have changed, by file and place among them. */
  #types = new Map<string, string>();

  /**
   * What a fact may know of a program with these files, of which those that did not change are the same objects:
   * nothing, when one changed in a way that others can tell.
   */
  memory(fact: string, sources: readonly SourceFile[], typeOf: TypeOf): Map<unknown, unknown> {
    if (sources !== this.#sources) this.#goOnWith(sources, typeOf);
    let memory = this.#memories.get(fact);
    if (!memory) this.#memories.set(fact, (memory = new Map()));
    return memory;
  }

  #goOnWith(sources: readonly SourceFile[], typeOf: TypeOf): void {
    const alike = sources.map((now, i) => this.#looksAlike(now, this.#sources[i], typeOf));
    if (!alike.every(Boolean) || sources.length !== this.#sources.length) {
      this.#memories = new Map();
      this.#types = new Map();
    }
    // Whoever types in one function will soon type in the next.
    for (const [i, now] of sources.entries()) {
      if (this.#sources[i] !== undefined && now !== this.#sources[i]) this.#note(now, typeOf);
    }
    this.#sources = sources;
  }

  /** Whether others see the same in two versions of a file. */
  #looksAlike(now: SourceFile, before: SourceFile | undefined, typeOf: TypeOf): boolean {
    if (now === before) return true;
    if (now.fileName !== before?.fileName) return false;
    const [{ outline, unsaid }, earlier] = [outlineOf(now), outlineOf(before)];
    if (outline.hash !== earlier.outline.hash || unsaid.length !== earlier.unsaid.length) return false;
    return unsaid.every(
      (fn, i) => fn.getText() === earlier.unsaid[i]!.getText() || typeOf(fn) === this.#types.get(placeOf(now, i)),
    );
  }

  #note(file: SourceFile, typeOf: TypeOf): void {
    for (const [i, fn] of outlineOf(file).unsaid.entries()) {
      const place = placeOf(file, i);
      if (!this.#types.has(place)) this.#types.set(place, typeOf(fn));
    }
  }
}

const placeOf = (file: SourceFile, index: number): string => `${file.fileName} ${index}`;
