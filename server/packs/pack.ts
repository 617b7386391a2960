/** What is known of a library, as data. Entries are matched by declaration, never by name alone. */

export interface Pack {
  /** The module whose functions these are, as people import it. */
  readonly module: string;
  /** Functions whose returned promise the library handles itself: a call may stand alone. */
  readonly selfHandledCalls: readonly string[];
}
