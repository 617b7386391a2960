/** What is known of a library, as data. Entries are matched by declaration, never by name alone. */

export interface Pack {
  /** The module whose functions these are, as people import it; `lib` for TypeScript's own library. */
  readonly module: string;
  /** Functions whose returned promise the library handles itself: a call may stand alone. */
  readonly selfHandledCalls?: readonly string[];
  /** Functions, and members as `Type.member`, that write their first argument as JSON or text. */
  readonly serializers?: readonly string[];
  /** Assertions that their first argument is truthy. */
  readonly truthAssertions?: readonly string[];
}
