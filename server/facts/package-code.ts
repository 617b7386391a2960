/** What the JavaScript of packages tells. A compiler of its own searches it elsewhere; here is what comes of it. */

import type { BlockingFunction } from './blocking-function.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';

/** A call on the way through a package's files. */
export interface PackageStep {
  /** Absolute. */
  readonly file: string;
  /** Offsets of what is called, in UTF-16 code units; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** It is made once, to fill a cache. */
  readonly isFirstUse: boolean;
  /** The function that it is in makes it in some cases only. */
  readonly isConditional: boolean;
}

/** A function of a package that blocks, by calls that its JavaScript has. */
export interface PackageFunction extends BlockingFunction {
  /** As people import it. */
  readonly package: string;
  /** How many parameters it has. */
  readonly parameters: number;
  /** Each in the function that the one before calls; the last is that of a function that is known to block. */
  readonly via: readonly PackageStep[];
}

/** What a module exports: a function, or a member of what it exports, such as `Store`, `prototype`, `load`. */
export interface ExportedFunction {
  readonly path: readonly string[];
  readonly leaf: PackageFunction;
}

export interface PackageCode {
  /**
   * Searches the packages that files import.
   * @param imports by file, what it imports, as it is written
   * @returns what blocks of what a specifier in a file leads to
   */
  blocking(
    imports: ReadonlyMap<string, readonly string[]>,
    knowledge: BlockingKnowledge,
  ): (file: string, specifier: string) => readonly ExportedFunction[];
}

/** In which packages to look for what blocks. */
export interface PackagesSought {
  readonly code: PackageCode;
  /** Those of these names, or all. */
  readonly names: 'all' | readonly string[];
  /** Absolute folder above which names of folders mean nothing. */
  readonly root: string;
  /** What counts as blocking in them. */
  readonly knowledge: BlockingKnowledge;
}

/** Whether a package is known to block in some cases only, which whoever calls it may never meet. */
export const isUncertain = (leaf: BlockingFunction | PackageFunction): boolean =>
  viaOf(leaf).filter(step => step.isConditional).length > MOST_CONDITIONS;

/** One check is common, of a file that may not exist for example; with more, it depends on what is asked for. */
const MOST_CONDITIONS = 1;

/** Whether a call leaves out arguments of a function that blocks in some cases only: they would be what asks for it. */
export const leavesOutCases = (leaf: PackageFunction, given: number): boolean =>
  isUncertain(leaf) && given < leaf.parameters;

/** The calls inside of a package by which a function blocks; none for one that is known to. */
export const viaOf = (leaf: BlockingFunction | PackageFunction): readonly PackageStep[] =>
  'via' in leaf ? leaf.via : [];
