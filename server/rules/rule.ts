/** What a rule is: data first, behaviour last. */

import type { RuleMeta } from '../../shared/rule-meta.ts';
import type { Asking, NodeRef } from '../engine/questions.ts';
import type { PackageCode } from '../facts/package-code.ts';
import type { Suspect } from '../facts/suspects.ts';
import type { FixDraft } from '../fixes/draft.ts';
import type { Pack } from '../packs/pack.ts';
import type { Node, SourceFile, SyntaxKind } from '../syntax/ast.ts';

/** A part of a file that no program need have; offsets in UTF-16 code units, `end` exclusive. */
export interface Stretch {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A mistake seen at a node. */
export interface Report {
  readonly node: Node;
  /** A descendant at whose end the mark ends, where the whole of `node` is too much to point at. */
  readonly until?: Node;
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
  /**
   * How it compares with what the rule reports otherwise: `graver` is shown one severity higher, `slight` as a hint.
   */
  readonly weight?: 'graver' | 'slight';
  /** The code of the error by which the compiler may report the same at the same place. */
  readonly compilerError?: number;
  /** Places that explain it. */
  readonly related: readonly { readonly at: Node | NodeRef | Stretch; readonly message: string }[];
  /** Ways to mend it, best first. Asked for only when somebody wants them. */
  readonly fixes: () => Asking<readonly FixDraft[]>;
}

/** `options` are checked against the rule's schema and have all defaults filled in. */
export interface RuleContext<Options> {
  readonly options: Options;
  /** Absolute folder that paths in options are relative to: the configuration's. */
  readonly root: string;
  /** Whether the file is one that a package's `bin` names, or from which such a file is built. */
  readonly isCommand: boolean;
  /** What is known of libraries: our packs, and the project's own. */
  readonly packs: readonly Pack[];
  /** What the JavaScript of packages tells; asked only where options say so. */
  readonly packageCode: PackageCode;
}

export interface Rule<Options = unknown> {
  readonly meta: RuleMeta;
  /** The kinds of nodes that `check` wants to see. */
  kinds(options: Options): readonly SyntaxKind[];
  /**
   * False where a node's syntax alone shows that `check` would find nothing: spares what it costs to begin.
   * For rules that see many nodes and are interested in few.
   */
  concerns?(node: Node, options: Options): boolean;
  /** For a rule that learns of a file from others which the file does not import. */
  readonly elsewhere?: Elsewhere<Options>;
  /**
   * What may be wrong with a node as far as its syntax tells: `check` finds nothing unless the type of one of these
   * is as it says. `undefined` where that cannot be said beforehand. All types of a file are asked for at once, and
   * what they are like is found out once for each: spares most looks of rules that see many nodes.
   */
  suspects?(node: Node, options: Options): readonly Suspect[] | undefined;
  /** Looks at one node. Most find nothing: decide by syntax before asking for types. */
  check(node: Node, context: RuleContext<Options>): Asking<readonly Report[]>;
}

/** What a rule learns of files from others that these do not import, and how that is kept for later runs. */
export interface Elsewhere<Options> {
  /**
   * What `check` may learn of a file, as text: findings that were kept count only as long as it stays the same. It may
   * be asked for again as what is `remembered` of the file.
   */
  learnt(file: SourceFile, context: RuleContext<Options>): Asking<string>;
  /** What it looks for in other files; the same object for all files for which that is the same. */
  sought(context: RuleContext<Options>): object;
  /** How far it has looked in this program, as text. */
  scope(context: RuleContext<Options>): Asking<string>;
  /**
   * Tells all that it took from a file within a scope, as text. What is learnt of all files is as it was if that is as
   * it was for the files in which bodies changed, and if otherwise no file can tell a difference.
   */
  shares(scope: string, context: RuleContext<Options>): (file: SourceFile) => Asking<string>;
}

export const NOTHING: readonly Report[] = [];
