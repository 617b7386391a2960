import type { Node } from '../syntax/ast.ts';
import type { Dependence } from './questions.ts';

/** Is told of every look that a result may depend on, before it is taken: what changes later differs from what it saw. */
export interface Witness {
  /** The text of a file is read, which need not exist. */
  readonly read: (file: string) => void;
  /** It is asked whether there is such a file or folder. */
  readonly asked: (path: string) => void;
  /** It is asked what a folder, which need not exist, holds. */
  readonly listed: (folder: string) => void;
  /** The source of a declaration is looked into to lint a file; `undefined` for what all files' findings depend on. */
  readonly lookedInto: (from: string | undefined, declaration: Node) => void;
  /** A finding depends on more than what was looked into. */
  readonly depends: (on: Dependence) => void;
  /** All files of a program are searched for uses of a declaration. */
  readonly searched: () => void;
}
