/** Where code was when somebody looked. */

export interface StackFrame {
  /** See `SiteNames`; missing where there is no source of the program's own. */
  readonly id?: string;
  /**
   * As V8 names it: `load`, `Store.all`, `new Item`; empty for code outside of functions, and for arrows without one.
   */
  readonly name: string;
  /** Absolute path of the original source with forward slashes, `node:…` for Node's own; empty for built-ins. */
  readonly file: string;
  /** Both 0-based, in the original source. */
  readonly line: number;
  readonly character: number;
}

/** The innermost first. */
export type Stack = readonly StackFrame[];
