/** Is told of every look that a result may depend on, before it is taken: what changes later differs from what it saw. */
export interface Witness {
  /** The text of a file is read, which need not exist. */
  readonly read: (file: string) => void;
  /** It is asked whether there is such a file or folder. */
  readonly asked: (path: string) => void;
  /** It is asked what a folder, which need not exist, holds. */
  readonly listed: (folder: string) => void;
  /** All files of a program are searched for uses of a declaration. */
  readonly searched: () => void;
}
