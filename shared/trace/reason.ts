/** Why promises were rejected, as far as that can be told without running code of the program. */

export interface Reason {
  /** The class of an error or another object, such as `TypeError`; empty for other values. */
  readonly name: string;
  /** An error's code, such as `ECONNRESET`; empty for none. */
  readonly code: string;
  /** An error's message, cut after `LONGEST_MESSAGE`; of other values what they are: `"late"`, `404`, `undefined`. */
  readonly message: string;
  /** What an error says has caused it, or the first of several errors. */
  readonly cause?: Reason;
}

/** In UTF-16 code units. */
export const LONGEST_MESSAGE = 200;

/** In the words of Node: `Error [ERR_CODE]: message`, and the same of what has caused it. In one line. */
export function reasonInWords({ name, code, message, cause }: Reason): string {
  const marked = code === '' || message.includes(code) ? name : `${name} [${code}]`;
  const told = [marked, message].filter(Boolean).join(': ').replaceAll(/\s+/g, ' ');
  return cause === undefined ? told : `${told}, caused by ${reasonInWords(cause)}`;
}

/** In a word, where there is one: the code, which errors of systems and libraries have. */
export function reasonInShort(reason: Reason): string {
  for (let it: Reason | undefined = reason; it !== undefined; it = it.cause) if (it.code !== '') return it.code;
  return reasonInWords(reason);
}
