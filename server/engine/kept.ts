/** What facts found out about code, as long as it goes from one snapshot to the next. */

import type { Node, SourceFile } from '../syntax/ast.ts';
import { outlineOf } from './outline.ts';

/** The type of a function, in full, as text. */
export type TypeOf = (fn: Node) => string;

/** What was found out about these files, and others of which others can tell no difference. */
interface Generation {
  sources: readonly SourceFile[];
  readonly memories: Map<string, Map<unknown, unknown>>;
  /** The types of functions that do not say theirs, in files that have changed, by file and place among them. */
  readonly types: Map<string, string>;
}

const generation = (sources: readonly SourceFile[]): Generation => ({ sources, memories: new Map(), types: new Map() });

/** Of one project. */
export class Kept {
  #now = generation([]);
  /** Before the last edit that others can tell, which may be taken back: a brace that had no other is closed. */
  #before = this.#now;

  /**
   * What a fact may know of a program with these files, of which those that did not change are the same objects:
   * nothing, when one changed in a way that others can tell.
   */
  memory(fact: string, sources: readonly SourceFile[], typeOf: TypeOf): Map<unknown, unknown> {
    if (sources !== this.#now.sources) this.#goOnWith(sources, typeOf);
    const { memories } = this.#now;
    let memory = memories.get(fact);
    if (!memory) memories.set(fact, (memory = new Map()));
    return memory;
  }

  #goOnWith(sources: readonly SourceFile[], typeOf: TypeOf): void {
    const [now, before] = [this.#now, this.#before];
    if (!looksAlike(sources, now, typeOf)) {
      this.#now = looksAlike(sources, before, typeOf) ? before : generation(now.sources);
      this.#before = now;
    }
    // Whoever types in one function will soon type in the next.
    for (const [i, source] of sources.entries()) {
      const earlier = this.#now.sources[i];
      if (earlier !== undefined && source !== earlier) note(source, this.#now.types, typeOf);
    }
    this.#now.sources = sources;
  }
}

function looksAlike(sources: readonly SourceFile[], { sources: before, types }: Generation, typeOf: TypeOf): boolean {
  return sources.length === before.length && sources.every((source, i) => isAlike(source, before[i]!, types, typeOf));
}

/** Whether others see the same in two versions of a file. */
function isAlike(now: SourceFile, before: SourceFile, types: Generation['types'], typeOf: TypeOf): boolean {
  if (now === before) return true;
  if (now.fileName !== before.fileName) return false;
  const [{ outline, unsaid }, earlier] = [outlineOf(now), outlineOf(before)];
  if (outline.hash !== earlier.outline.hash || unsaid.length !== earlier.unsaid.length) return false;
  return unsaid.every(
    (fn, i) => fn.getText() === earlier.unsaid[i]!.getText() || typeOf(fn) === types.get(placeOf(now, i)),
  );
}

function note(file: SourceFile, types: Map<string, string>, typeOf: TypeOf): void {
  for (const [i, fn] of outlineOf(file).unsaid.entries()) {
    const place = placeOf(file, i);
    if (!types.has(place)) types.set(place, typeOf(fn));
  }
}

const placeOf = (file: SourceFile, index: number): string => `${file.fileName} ${index}`;
