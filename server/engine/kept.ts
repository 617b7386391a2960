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
  /** The types of functions that do not say theirs and have changed, by file and place among such functions. */
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
    const types = new Map<string, string>();
    const alike = sources.map((now, i) => looksAlike(now, this.#sources[i], types, typeOf));
    const isAlike = alike.every(Boolean) && sources.length === this.#sources.length;
    const areAlike = [...types].every(([place, type]) => this.#types.get(place) === type);
    if (!isAlike || !areAlike) {
      this.#memories = new Map();
      this.#types = types;
    }
    for (const [place, type] of types) this.#types.set(place, type);
    this.#sources = sources;
  }
}

/** Whether others see the same in two versions of a file, if `types`, which it adds to, are as they were. */
function looksAlike(now: SourceFile, before: SourceFile | undefined, types: Map<string, string>, typeOf: TypeOf): boolean {
  if (now === before) return true;
  if (now.fileName !== before?.fileName) return false;
  const [{ outline, unsaid }, earlier] = [outlineOf(now), outlineOf(before)];
  if (outline.hash !== earlier.outline.hash || unsaid.length !== earlier.unsaid.length) return false;
  for (const [i, fn] of unsaid.entries()) {
    if (fn.getText() !== earlier.unsaid[i]!.getText()) types.set(`${now.fileName} ${i}`, typeOf(fn));
  }
  return true;
}
