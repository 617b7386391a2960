// It rains after the opera, and three taxi companies are called at once.
import { setTimeout as wait } from 'node:timers/promises';

const MINUTES = { cosy: 90, express: 10, swift: 40 };
type Company = keyof typeof MINUTES;

async function call(company: Company): Promise<string> {
  await wait(MINUTES[company]);
  if (company === 'express') throw new Error('express has no car');
  console.log(`  ${company} is at the door`);
  return company;
}

const callEverybody = (): Promise<string>[] => (Object.keys(MINUTES) as Company[]).map(company => call(company));

/** Yields what promises are fulfilled with, whichever comes first. */
async function* asCompleted(promises: readonly Promise<string>[]): AsyncGenerator<string> {
  const left = new Map(promises.map((promise, at) => [at, promise.then(value => ({ at, value }))]));
  while (left.size > 0) {
    const { at, value } = await Promise.race(left.values());
    left.delete(at);
    yield value;
  }
}

async function firstAnswer(calls: readonly Promise<string>[]): Promise<void> {
  await Promise.race(calls).then(
    company => console.log(`going home with ${company}`),
    error => console.log(`walking home: ${String(error)}`),
  );
}

async function firstCar(calls: readonly Promise<string>[]): Promise<void> {
  console.log(`going home with ${await Promise.any(calls)}`);
}

async function everyAnswer(calls: readonly Promise<string>[]): Promise<void> {
  const answers = calls.map(answer => answer.catch(error => `nobody: ${String(error)}`));
  for await (const answer of asCompleted(answers)) console.log(`next in line rides with ${answer}`);
}

for (const wayHome of [firstAnswer, firstCar, everyAnswer]) {
  console.log(`${wayHome.name}:`);
  const calls = callEverybody();
  await wayHome(calls);
  await Promise.allSettled(calls);
}
