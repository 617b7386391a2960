/**
 * Is told of every look that a result may depend on, before it is taken: what changes later differs from what it saw.
 */
export interface Witness {
  /**
   * The files that the compiler will read, where it will look at nothing that an earlier run did not look at. It then
   * works without telling anybody, which takes it a fifth less time to load a project. What it looks up to word an
   * error that nobody asks for is left out: no answer depends on it.
   */
  readonly foreseen: readonly string[] | undefined;
  /** The text of a file is read, which need not exist. */
  readonly read: (file: string) => void;
  /** It is asked whether there is such a file or folder. */
  readonly asked: (path: string) => void;
  /** It is asked what a folder, which need not exist, holds. */
  readonly listed: (folder: string) => void;
  /** All files of a program are searched for uses of a declaration. */
  readonly searched: () => void;
}
