/** What is known of a function that does not return before its work is done, and lets nothing else run meanwhile. */

export interface BlockingFunction {
  /** The function, or a member as `Type.member`. */
  readonly name: string;
  /** What it does, as a verb with its object: `reads a file`. People read "reads a file synchronously". */
  readonly does: string;
  /**
   * `blocking`: it waits, for a disk, a network or a process. `cheap`: it waits, but hardly ever long, as `existsSync`
   * does. `cpu`: it computes, for longer the larger its input is. Without a tier it is `blocking`.
   */
  readonly tier?: BlockingTier;
  /** Given a function among its arguments, it returns at once and calls back. */
  readonly unlessCallback?: boolean;
  /** It blocks only if this argument, counted from 0, is written as `false`. */
  readonly ifFalse?: number;
  /** What to call in its place. */
  readonly instead?: Replacement;
  /** Where nothing can be called in its place: what to do, as a sentence. */
  readonly otherwise?: string;
}

export type BlockingTier = 'blocking' | 'cheap' | 'cpu';

/** A function that does the same and lets other code run meanwhile. */
export interface Replacement {
  /** As people import it. */
  readonly module: string;
  readonly name: string;
  /**
   * `promise`: called with the same arguments it returns a promise. `promisify`: it does so once `promisify` of
   * `node:util` has wrapped it. `callback`: it takes a callback after the same arguments, and several lists of
   * parameters, of which `promisify` knows one.
   */
  readonly how: 'promise' | 'promisify' | 'callback';
  /** The property of the promised value that holds what the blocking function returns; none when it is that value. */
  readonly result?: string;
}
