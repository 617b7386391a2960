/** Which functions' bodies somebody looked into. */

import type { Module } from '../../engine/modules.ts';
import type { Node } from '../../syntax/ast.ts';

/** In a form that JSON can keep: files, and in each the bodies, by their places in the list of its outline. */
export type KeptLooks = readonly (readonly [file: string, bodies: readonly number[]])[];

/** Looks into declarations, which may have several bodies in them, or lie in one. */
export class Looks {
  /** By file, the ends by the starts, in UTF-16 code units. */
  readonly #in = new Map<string, Map<number, number>>();

  add(declaration: Node): void {
    const { fileName } = declaration.getSourceFile();
    let ends = this.#in.get(fileName);
    if (!ends) this.#in.set(fileName, (ends = new Map()));
    ends.set(declaration.pos, Math.max(declaration.end, ends.get(declaration.pos) ?? 0));
  }

  /** Those into bodies of these modules, but for the one that is left out. */
  kept(modules: ReadonlyMap<string, Module>, except?: string): KeptLooks {
    const others = [...this.#in].filter(([file]) => file !== except);
    return others.flatMap(([file, ends]) => {
      const bodies = modules.get(file)?.outline.bodies ?? [];
      const isLookedInto = (start: number, end: number) => [...ends].some(look => look[0] < end && start < look[1]);
      const found = bodies.flatMap(([start, end], i) => (isLookedInto(start, end) ? [i] : []));
      return found.length > 0 ? [[file, found]] : [];
    });
  }
}
