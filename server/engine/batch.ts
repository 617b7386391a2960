/** Runs many question-asking generators side by side, answering in batches what they ask. */

import type { Asking, Question } from './questions.ts';

export interface Answerer {
  /** The answer where it is known already, in a box; `undefined` where it has to be asked for. */
  known(question: Question): { readonly answer: unknown } | undefined;
  /** Finds the answers of all these out, after which `known` has them. Questions may repeat. */
  findOut(questions: readonly Question[]): void;
}

/** Runs all to their ends; results in the order of `askers`. An exception in one ends the run. */
export function runTogether<T>(askers: readonly Asking<T>[], answerer: Answerer): T[] {
  const results = new Array<T>(askers.length);
  let waiting: { readonly index: number; readonly question: Question }[] = [];

  /** Runs one until it asks something that is not known, or ends. */
  const advance = (index: number, first?: unknown) => {
    let step = askers[index]!.next(first);
    while (!step.done) {
      const known = answerer.known(step.value);
      if (!known) {
        waiting.push({ index, question: step.value });
        return;
      }
      step = askers[index]!.next(known.answer);
    }
    results[index] = step.value;
  };

  askers.forEach((_, index) => advance(index));
  while (waiting.length > 0) {
    const round = waiting;
    waiting = [];
    answerer.findOut(round.map(one => one.question));
    for (const { index, question } of round) advance(index, answerer.known(question)!.answer);
  }
  return results;
}
