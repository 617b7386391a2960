/**
 * Runs many question-asking generators side by side. What they ask travels in packets; while the compiler works
 * on one packet, the next is written and the askers that the one before answered go on.
 */

import type { Node } from '../syntax/ast.ts';
import type { LocalQuestion, RemoteQuestion, SourceQuestion } from './answers.ts';
import { Desk, type Packet } from './desk.ts';
import type { Asking, Question, QuestionKind, Questions, TypeInfo } from './questions.ts';

/** Enough to keep the compiler busy while we are; how much of it is written is not decided here (`requests.ts`). */
const MAX_PACKETS_UNDER_WAY = 8;

export interface Answerer {
  /** The answer where it is known already, in a box; `undefined` where it has to be asked for. */
  known(question: Question<RemoteQuestion>): { readonly answer: unknown } | undefined;
  /** Sends a packet off without waiting. May throw to stop the run. */
  send(packet: Packet): void;
  /**
   * Waits for the packet sent longest ago. Afterwards its answers are known, or, where one question made the
   * compiler refuse all, `refused`.
   */
  receive(packet: Packet): 'answered' | 'refused';
  /** Answers from sources. Never called while a packet is under way: the compiler may be asked for them. */
  lookUp(question: Question<SourceQuestion>): unknown;
  readonly observer?: Observer | undefined;
  /** Answers at once. */
  recall(question: Question<LocalQuestion>): unknown;
  /** What was found out for all that ask, by its key. */
  readonly shared: Map<object, unknown>;
}

/** Is told what it depends on that somebody asks for (`onBehalf`). */
export interface Observer {
  /** What is in a declaration. */
  lookedInto(principal: object, declaration: Node): void;
  /** What cannot be told by the declarations that were looked into: all of a program. */
  lookedAround(principal: object): void;
}

/** An asker under way, and who is told what it found out. */
interface Task {
  readonly asker: Asking<unknown>;
  /** What it asks for; `undefined` where it works for all. */
  principal: object | undefined;
  readonly finish: (result: unknown) => void;
}

/** Nodes whose types an asker waits for, and how many of these are not known yet. */
interface AwaitedTypes {
  readonly nodes: readonly Node[];
  missing: number;
}

/** Runs all to their ends; results in the order of `askers`. An exception in one ends the run. */
export function runTogether<T>(askers: Iterable<Asking<T>>, answerer: Answerer): T[] {
  return new Run(askers, answerer).toEnd();
}

/** Answered from more than the declarations that were looked into. */
const ABOUT_ALL: ReadonlySet<QuestionKind> = new Set([
  'kept',
  'nodes',
  'references',
  'remembered',
  'shared',
  'sources',
]);

class Run<T> {
  readonly #source: Iterator<Asking<T>>;
  readonly #answerer: Answerer;
  /** Those that have ended are let go: there may be hundreds of thousands. */
  readonly #tasks: (Task | undefined)[] = [];
  readonly #results: T[] = [];
  /** Of those that wait for several types at once. */
  readonly #awaitedTypes = new Map<number, AwaitedTypes>();
  /** Who waits for what is being found out for all, by its key. */
  readonly #sharing = new Map<object, number[]>();
  #started = 0;
  readonly #desk = new Desk();
  readonly #underWay: Packet[] = [];
  #aboutSources: { readonly question: Question<SourceQuestion>; readonly waiter: number }[] = [];
  #sourceIsDry = false;

  constructor(askers: Iterable<Asking<T>>, answerer: Answerer) {
    this.#source = askers[Symbol.iterator]();
    this.#answerer = answerer;
  }

  toEnd(): T[] {
    try {
      while (this.#step());
      return this.#results;
    } finally {
      // Replies left unread would be taken for those of later requests.
      for (const packet of this.#underWay) this.#answerer.receive(packet);
    }
  }

  /** Does the most useful thing there is to do. False when all is done. */
  #step(): boolean {
    const hasRoom = this.#underWay.length < MAX_PACKETS_UNDER_WAY;
    if (hasRoom && (this.#desk.isFull || this.#underWay.length === 0)) {
      const packet = this.#desk.take();
      if (packet) {
        this.#answerer.send(packet);
        this.#underWay.push(packet);
        return true;
      }
    }
    if (!this.#sourceIsDry && !this.#desk.isOverfull) {
      this.#startNext();
      return true;
    }
    const packet = this.#underWay[0];
    if (packet) this.#take(packet);
    return packet !== undefined || this.#answerAboutSources();
  }

  #startNext(): void {
    const next = this.#source.next();
    if (next.done) {
      this.#sourceIsDry = true;
      return;
    }
    const index = this.#started++;
    this.#begin(next.value, undefined, result => (this.#results[index] = result as T));
  }

  #begin(asker: Asking<unknown>, principal: Task['principal'], finish: Task['finish']): void {
    this.#advance(this.#tasks.push({ asker, principal, finish }) - 1, undefined);
  }

  #take(packet: Packet): void {
    const outcome = this.#answerer.receive(packet);
    this.#underWay.shift();
    if (outcome === 'refused') {
      this.#desk.retryHalves(packet);
      return;
    }
    for (const entry of packet.entries) {
      this.#desk.close(entry);
      const { answer } = this.#answerer.known(entry.question)!;
      for (const waiter of entry.waiters) this.#arrived(waiter, answer);
    }
  }

  /** Lets an asker go on that waited for this answer, unless it waits for others as well. */
  #arrived(waiter: number, answer: unknown): void {
    const awaited = this.#awaitedTypes.get(waiter);
    if (!awaited) return this.#advance(waiter, answer);
    awaited.missing--;
    if (awaited.missing > 0) return;
    this.#awaitedTypes.delete(waiter);
    this.#advance(waiter, this.#knownTypes(awaited.nodes));
  }

  #answerAboutSources(): boolean {
    const questions = this.#aboutSources;
    this.#aboutSources = [];
    for (const { question, waiter } of questions) {
      const answer = this.#answerer.lookUp(question);
      if (answer && question.kind === 'node') this.#lookedInto([answer as Node], waiter);
      this.#advance(waiter, answer);
    }
    return questions.length > 0;
  }

  #lookedInto(declarations: readonly Node[], index: number): void {
    const { principal } = this.#tasks[index]!;
    if (principal === undefined) return;
    for (const declaration of declarations) this.#answerer.observer?.lookedInto(principal, declaration);
  }

  #lookedAround(index: number): void {
    const { principal } = this.#tasks[index]!;
    if (principal !== undefined) this.#answerer.observer?.lookedAround(principal);
  }

  /** Lets one go on until it asks something that is not known, or ends. */
  #advance(index: number, answer: unknown): void {
    const { asker, finish } = this.#tasks[index]!;
    let step = asker.next(answer);
    while (!step.done) {
      const known = this.#answer(step.value, index);
      if (!known) return;
      step = asker.next(known.answer);
    }
    this.#tasks[index] = undefined;
    finish(step.value);
  }

  /** The answer in a box; `undefined` where the asker has to wait for it. */
  #answer(question: Question, index: number): { readonly answer: unknown } | undefined {
    if (ABOUT_ALL.has(question.kind)) this.#lookedAround(index);
    switch (question.kind) {
      case 'kept':
      case 'node':
      case 'source':
      case 'sources':
        this.#aboutSources.push({ question: question as Question<SourceQuestion>, waiter: index });
        return undefined;
      case 'memory':
      case 'nodes':
      case 'remembered':
        return { answer: this.#answerer.recall(question as Question<LocalQuestion>) };
      case 'onBehalf':
        this.#tasks[index]!.principal = question.of as Questions['onBehalf']['of'];
        return { answer: undefined };
      case 'seen':
        this.#lookedInto(question.of as Questions['seen']['of'], index);
        return { answer: undefined };
      case 'together':
        return this.#fork(question.of as Questions['together']['of'], index);
      case 'typesAt':
        return this.#typesAt(question.of as Questions['typesAt']['of'], index);
      case 'shared':
        return this.#share(question.of as Questions['shared']['of'], index);
      default:
        return this.#known(question as Question<RemoteQuestion>, index);
    }
  }

  #known(question: Question<RemoteQuestion>, index: number): { readonly answer: unknown } | undefined {
    const known = this.#answerer.known(question);
    if (!known) this.#desk.add(question, index);
    return known;
  }

  #typesAt(nodes: readonly Node[], waiter: number): { readonly answer: unknown } | undefined {
    let missing = 0;
    for (const node of nodes) if (!this.#known({ kind: 'typeAt', of: node }, waiter)) missing++;
    if (missing === 0) return { answer: this.#knownTypes(nodes) };
    this.#awaitedTypes.set(waiter, { nodes, missing });
    return undefined;
  }

  #knownTypes(nodes: readonly Node[]): Questions['typesAt']['is'] {
    return nodes.map(node => this.#answerer.known({ kind: 'typeAt', of: node })!.answer as TypeInfo | undefined);
  }

  /** One may be waited for that ends at once: the last of all tells. */
  #fork(askers: readonly Asking<unknown>[], waiter: number): { readonly answer: unknown } | undefined {
    if (askers.length === 0) return { answer: [] };
    const results: unknown[] = [];
    let open = askers.length;
    for (const [i, asker] of askers.entries()) {
      this.#begin(asker, this.#tasks[waiter]!.principal, result => {
        results[i] = result;
        open--;
        if (open === 0) this.#advance(waiter, results);
      });
    }
    return undefined;
  }

  #share({ key, work }: Questions['shared']['of'], waiter: number): { readonly answer: unknown } | undefined {
    const { shared } = this.#answerer;
    if (shared.has(key)) return { answer: shared.get(key) };
    const waiting = this.#sharing.get(key);
    if (waiting) {
      waiting.push(waiter);
      return undefined;
    }
    const waiters = [waiter];
    this.#sharing.set(key, waiters);
    this.#begin(work(), undefined, result => {
      shared.set(key, result);
      for (const one of waiters) this.#advance(one, result);
    });
    return undefined;
  }
}
