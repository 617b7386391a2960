/** Questions that wait to be sent, and who waits for each. */

import { keyOf, type Key, type RemoteQuestion } from './answers.ts';
import type { Question } from './questions.ts';

/**
 * Few enough that the work can be called off between packets: a cold checker needs up to 100 ms for one. Where pipes
 * are small (`requests.ts`), few enough also that two fit into one.
 */
const QUESTIONS_PER_PACKET = process.platform === 'linux' ? 100 : 20;

/** Enough to keep the compiler busy while we begin with the next file. */
const PLENTY = 1000;

/** A question and the askers that wait for it, by their numbers. */
export interface Entry {
  readonly question: Question<RemoteQuestion>;
  readonly waiters: number[];
}

/** Questions of one kind that travel together. */
export interface Packet {
  readonly kind: RemoteQuestion;
  readonly entries: readonly Entry[];
}

export class Desk {
  /** All that are not answered yet, sent or not, so that nothing is asked twice. */
  readonly #open = new Map<RemoteQuestion, Map<Key, Entry>>();
  readonly #unsent = new Map<RemoteQuestion, Entry[]>();
  /** Parts of packets that failed as a whole. */
  readonly #retries: Packet[] = [];

  /** Whether a packet could be filled. */
  get isFull(): boolean {
    return this.#hasAtLeast(QUESTIONS_PER_PACKET);
  }

  /** Whether there is enough to ask for a while. */
  get isOverfull(): boolean {
    return this.#hasAtLeast(PLENTY);
  }

  add(question: Question<RemoteQuestion>, waiter: number): void {
    const ofKind = this.#listed(this.#open, question.kind, () => new Map<Key, Entry>());
    const key = keyOf(question);
    const open = ofKind.get(key);
    if (open) {
      open.waiters.push(waiter);
      return;
    }
    const entry: Entry = { question, waiters: [waiter] };
    ofKind.set(key, entry);
    this.#listed(this.#unsent, question.kind, () => [] as Entry[]).push(entry);
  }

  /** The largest packet that can be made, if any. */
  take(): Packet | undefined {
    const retry = this.#retries.shift();
    if (retry) return retry;
    let most: { readonly kind: RemoteQuestion; readonly entries: Entry[] } | undefined;
    for (const [kind, entries] of this.#unsent) {
      if (entries.length > (most?.entries.length ?? 0)) most = { kind, entries };
    }
    return most && { kind: most.kind, entries: most.entries.splice(0, QUESTIONS_PER_PACKET) };
  }

  /** To be called when the compiler refused a packet because of one question in it. */
  retryHalves({ kind, entries }: Packet): void {
    const half = entries.length >> 1;
    this.#retries.push({ kind, entries: entries.slice(0, half) }, { kind, entries: entries.slice(half) });
  }

  close({ question }: Entry): void {
    this.#open.get(question.kind)!.delete(keyOf(question));
  }

  /** Of one kind: others may have to wait until there are more. */
  #hasAtLeast(count: number): boolean {
    if (this.#retries.length > 0) return true;
    for (const all of this.#unsent.values()) if (all.length >= count) return true;
    return false;
  }

  #listed<V>(lists: Map<RemoteQuestion, V>, kind: RemoteQuestion, empty: () => V): V {
    let list = lists.get(kind);
    if (!list) lists.set(kind, (list = empty()));
    return list;
  }
}
