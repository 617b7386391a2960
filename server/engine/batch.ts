/** Runs many question-asking generators side by side, answering in batches what they ask. */

import type { Asking, Question } from './questions.ts';

/** Answers questions in order. Called with each round's questions, without duplicates removed. */
export type Answerer = (questions: readonly Question[]) => readonly unknown[];

/** Runs all to their ends; results in the order of `askers`. An exception in one ends the run. */
export function runTogether<T>(askers: readonly Asking<T>[], answer: Answerer): T[] {
  const results = new Array<T>(askers.length);
  let waiting: { readonly index: number; readonly question: Question }[] = [];

  const step = (index: number, result: IteratorResult<Question, T>) => {
    if (result.done) results[index] = result.value;
    else waiting.push({ index, question: result.value });
  };

  askers.forEach((asker, index) => step(index, asker.next()));
  while (waiting.length > 0) {
    const round = waiting;
    waiting = [];
    const answers = answer(round.map(one => one.question));
    round.forEach(({ index }, i) => step(index, askers[index]!.next(answers[i])));
  }
  return results;
}
