/** The main thread's side of the analysis: waiting jobs, one worker thread, and what to do when it fails. */

import type { CancellationToken } from 'vscode-languageserver/node';
import type { ServerState } from '../../shared/requests.ts';
import type { ConfigProblem } from '../lint/api.ts';
import { AnalysisFailed, GivenUp, Job } from './job.ts';
import type { Answer, Failure, FromWorker, Notice, Question } from './messages.ts';
import { JobQueue } from './queue.ts';
import { Restarts } from './restarts.ts';
import { AnalysisThread } from './thread.ts';
import { Watchdog } from './watchdog.ts';

export interface AnalysisOptions {
  /** What the worker thread runs. */
  readonly worker: URL;
  /** Milliseconds without a sign of life after which a job counts as stuck. */
  readonly silenceLimit: number;
  /** All that a worker thread must know when it takes the place of one that ended. */
  readonly replay: () => readonly Notice[];
  readonly onState: (state: ServerState) => void;
  readonly onConfigProblems: (problems: readonly ConfigProblem[]) => void;
  readonly log: (line: string) => void;
}

/** What the worker thread is up to. */
type Life =
  | { readonly kind: 'idle'; readonly thread: AnalysisThread }
  | {
      readonly kind: 'busy';
      readonly thread: AnalysisThread;
      readonly id: number;
      readonly job: Job;
      readonly watchdog: Watchdog;
    }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stopped' };

export class Analysis {
  readonly #options: AnalysisOptions;
  readonly #queue = new JobQueue();
  readonly #restarts = new Restarts(3, 10 * 60_000);
  #lastId = 0;
  #life: Life;

  constructor(options: AnalysisOptions) {
    this.#options = options;
    this.#life = { kind: 'idle', thread: this.#startThread() };
  }

  /** The process id of the compiler started last. */
  get compiler(): number | undefined {
    return 'thread' in this.#life ? this.#life.thread.compiler : undefined;
  }

  /** Tells the workspace something that `replay` would tell from now on too. */
  tell(notice: Notice): void {
    if ('thread' in this.#life) this.#life.thread.post(notice);
  }

  /**
   * Asks the workspace. Questions about a `document` go before those about the `workspace`.
   * @throws {GivenUp} when the answer is not wanted any more or would be out of date.
   * @throws {AnalysisFailed} when there will be no answers until the server is restarted.
   */
  async ask<Q extends Question>(question: Q, urgency: Job['urgency'], token?: CancellationToken): Promise<Answer<Q>> {
    if (this.#life.kind === 'failed') throw new AnalysisFailed(this.#life.reason);
    if (this.#life.kind === 'stopped' || token?.isCancellationRequested) throw new GivenUp('unwanted');
    const job = new Job(question, urgency);
    const listener = token?.onCancellationRequested(() => job.giveUp('unwanted'));
    this.#queue.add(job);
    this.#next();
    try {
      return (await job.answer) as Answer<Q>;
    } finally {
      listener?.dispose();
    }
  }

  /** Gives up all jobs whose answers an edit of this file makes useless. */
  edited(file: string): void {
    for (const job of this.#openJobs()) if (job.isStaleAfterEditOf(file)) job.giveUp('stale');
  }

  /** Ends the worker thread and the compiler. Both have been told so when this returns its promise. */
  async stop(): Promise<void> {
    const life = this.#life;
    for (const job of this.#openJobs()) job.giveUp('unwanted');
    if (life.kind === 'busy') life.watchdog.stop();
    this.#life = { kind: 'stopped' };
    if ('thread' in life) await life.thread.end();
  }

  #openJobs(): readonly Job[] {
    const inHand = this.#life.kind === 'busy' && this.#life.job.open ? [this.#life.job] : [];
    return [...inHand, ...this.#queue.waiting()];
  }

  #idle(thread: AnalysisThread): void {
    this.#life = { kind: 'idle', thread };
    this.#next();
    if (this.#life.kind === 'idle') this.#options.onState({ kind: 'ready' });
  }

  #next(): void {
    if (this.#life.kind !== 'idle') return;
    const job = this.#queue.take();
    if (job === undefined) return;
    const { thread } = this.#life;
    const id = ++this.#lastId;
    const watchdog = new Watchdog(this.#options.silenceLimit, silences => this.#stuck(thread, silences));
    this.#life = { kind: 'busy', thread, id, job, watchdog };
    this.#options.onState({ kind: 'analysing', what: job.subject });
    thread.post({ kind: 'job', id, question: job.question, cancel: job.cancel });
  }

  #receive(message: FromWorker): void {
    if (this.#life.kind === 'busy') this.#life.watchdog.signOfLife();
    switch (message.kind) {
      case 'answer':
        return this.#finish(message.id, job => job.succeed(message.value));
      case 'failure':
        return this.#finish(message.id, job => this.#failed(job, message.failure));
      case 'progress':
      case 'packageReader':
        return;
      case 'log':
        return this.#options.log(message.line);
      case 'compilerStarted':
        return this.#compilerStarted(message.pid, message.reason);
      case 'configProblems':
        return this.#options.onConfigProblems(message.problems);
    }
  }

  #finish(id: number, settle: (job: Job) => void): void {
    if (this.#life.kind !== 'busy' || this.#life.id !== id) return;
    const { job, thread, watchdog } = this.#life;
    watchdog.stop();
    if (job.open) settle(job);
    if (this.#life.kind === 'busy') this.#idle(thread);
  }

  #failed(job: Job, failure: Failure): void {
    if (failure.kind === 'compilerUnavailable') return this.#giveUp(failure.message);
    job.fail(failure.kind === 'cancelled' ? new GivenUp('interrupted') : new Error(failure.message));
  }

  #compilerStarted(pid: number, reason: string | undefined): void {
    if (reason === undefined) return this.#options.log(`The TypeScript compiler runs as process ${pid}.`);
    this.#options.log(`The TypeScript compiler was started again as process ${pid}: ${reason}`);
    this.#options.onState({ kind: 'recovering', reason });
  }

  /** First the compiler is ended, for which the worker may wait; a worker that stays silent ends after it. */
  #stuck(thread: AnalysisThread, silences: number): void {
    const seconds = (silences * this.#options.silenceLimit) / 1000;
    if (silences === 1) {
      this.#options.log(`No sign of life from the analysis for ${seconds} s: ending the TypeScript compiler.`);
      thread.killCompiler();
    } else {
      this.#options.log(`No sign of life from the analysis for ${seconds} s: ending its thread.`);
      this.#end(thread);
    }
  }

  #end(thread: AnalysisThread): void {
    thread.end().catch((error: unknown) => this.#options.log(`The analysis could not be ended: ${String(error)}`));
  }

  #startThread(): AnalysisThread {
    return new AnalysisThread(this.#options.worker, {
      message: message => this.#receive(message),
      ended: reason => this.#threadEnded(reason),
    });
  }

  #threadEnded(reason: string): void {
    const life = this.#life;
    if (life.kind === 'stopped' || life.kind === 'failed') return;
    if (life.kind === 'busy') {
      life.watchdog.stop();
      if (life.job.open) life.job.giveUp('interrupted');
    }
    if (!this.#restarts.allowedAt(Date.now())) {
      return this.#giveUp(`The analysis ended again and again, at last because of this: ${reason}.`);
    }
    this.#options.log(`The analysis ended and is started again: ${reason}`);
    this.#options.onState({ kind: 'recovering', reason });
    const thread = this.#startThread();
    for (const notice of this.#options.replay()) thread.post(notice);
    this.#idle(thread);
  }

  #giveUp(reason: string): void {
    const jobs = this.#openJobs();
    if ('thread' in this.#life) this.#end(this.#life.thread);
    this.#life = { kind: 'failed', reason };
    for (const job of jobs) job.fail(new AnalysisFailed(reason));
    this.#options.onState({ kind: 'failed', reason });
  }
}
