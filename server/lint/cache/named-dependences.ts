/** What findings depend on besides the declarations that were looked into: code that is told by names alone. */

import type { Dependence } from '../../engine/questions.ts';

/** In a form that JSON can keep. */
export interface NamedDependences {
  /** A body that mentions one of these may mean something to all that import it. */
  readonly mentioned: readonly string[];
  /** A member of one of these names may mean something to any file. */
  readonly members: readonly string[];
  /** The files that have such members. */
  readonly membersIn: readonly string[];
}

export class Dependences {
  readonly #mentioned = new Set<string>();
  readonly #members = new Set<string>();
  readonly #membersIn = new Set<string>();

  add(on: Dependence): void {
    if (on.kind === 'mentions') for (const name of on.names) this.#mentioned.add(name);
    else {
      this.#members.add(on.name);
      for (const file of on.files) this.#membersIn.add(file);
    }
  }

  /** To be kept, with those of an earlier run whose findings may still count. */
  with(before: NamedDependences | undefined): NamedDependences {
    const both = (now: Iterable<string>, then: readonly string[] = []) => [...new Set([...then, ...now])];
    return {
      mentioned: both(this.#mentioned, before?.mentioned),
      members: both(this.#members, before?.members),
      membersIn: both(this.#membersIn, before?.membersIn),
    };
  }
}

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** Whether one of these names stands somewhere in a text. */
export function mentions(text: string, names: ReadonlySet<string>): boolean {
  return names.size > 0 && (text.match(WORD) ?? []).some(word => names.has(word));
}

/**
 * Whether a member of one of these names may be defined in a text. Behind a dot a name is only used, unless something
 * is assigned to it.
 */
export function definesMember(text: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  return Array.from(text.matchAll(WORD)).some(({ 0: word, index }) => {
    if (!names.has(word)) return false;
    return !/[.#]\s*$/.test(text.slice(Math.max(0, index - 20), index)) || /^\s*=[^=]/.test(text.slice(index + word.length));
  });
}
