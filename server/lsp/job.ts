/** A question on its way through the worker thread, and the ways in which it may go unanswered. */

import { posix } from 'node:path';
import type { Answer, Question } from './messages.ts';

/**
 * Why a job was given up.
 * - `stale`: a document that it is about was edited meanwhile; ask again.
 * - `unwanted`: whoever asked no longer wants to know.
 * - `interrupted`: the worker thread ended and was started anew; ask again.
 */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
  readonly why: 'stale' | 'unwanted' | 'interrupted';
  constructor(why: GivenUp['why']) {
    super(`The analysis was given up: ${why}.`);
    this.why = why;
  }
}

/** Nothing can be analysed any more until the server is restarted. The message says what to do. */
export class AnalysisFailed extends Error {
  override readonly name = 'AnalysisFailed';
}

export class Job {
  readonly question: Question;
  readonly urgency: 'document' | 'workspace';
  readonly answer: Promise<Answer>;
  readonly cancel = new SharedArrayBuffer(4);
  #resolve!: (answer: Answer) => void;
  #reject!: (error: Error) => void;
  #open = true;

  constructor(question: Question, urgency: Job['urgency']) {
    this.question = question;
    this.urgency = urgency;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** False once somebody has an answer or the news that there will be none. */
  get open(): boolean {
    return this.#open;
  }

  /** What is analysed, for people. */
  get subject(): string {
    const { question } = this;
    if (this.urgency === 'workspace') return 'workspace';
    if ('file' in question) return posix.basename(question.file);
    if ('span' in question) return posix.basename(question.span.file);
    return question.kind === 'lint' ? question.files.map(file => posix.basename(file)).join(', ') : 'configuration';
  }

  succeed(answer: Answer): void {
    this.#open = false;
    this.#resolve(answer);
  }

  fail(error: Error): void {
    this.#open = false;
    this.#reject(error);
  }

  /** Tells the worker to stop, and whoever waits at once, not only when the worker has stopped. */
  giveUp(why: GivenUp['why']): void {
    Atomics.store(new Int32Array(this.cancel), 0, 1);
    this.fail(new GivenUp(why));
  }

  /**
   * True when an edit of `file` makes the answer useless. Fixes reach into other files, so any edit
   * may move the text under them; workspace results are asked for again after each change anyway.
   */
  isStaleAfterEditOf(file: string): boolean {
    const { question } = this;
    switch (question.kind) {
      case 'findingsAt':
      case 'compilerErrorFixes':
      case 'warningFixes':
      case 'blockingRoot':
      case 'blockingRows':
      case 'silencingEdits':
      case 'fixAll':
        return true;
      case 'lint':
        return this.urgency === 'document' && question.files.includes(file);
      default:
        return false;
    }
  }
}
