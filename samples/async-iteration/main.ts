// Somewhere in the archive's boxes there is a letter from the sea.
import { setTimeout as wait } from 'node:timers/promises';

const BOXES = [
  ['a bill', 'a recipe'],
  ['a letter from the sea', 'a love letter'],
  ['a map', 'a ticket'],
];

/** Opens a box only when somebody asks for what is in it, and locks the archive when nobody asks any more. */
async function* archive(): AsyncGenerator<string> {
  try {
    for (const [at, box] of BOXES.entries()) {
      await wait(10);
      console.log(`  opens box ${at + 1}`);
      yield* box;
    }
  } finally {
    console.log('  locks the archive');
  }
}

const isWanted = (paper: string): boolean => paper === 'a letter from the sea';

async function readAllFirst(): Promise<string | undefined> {
  const papers: string[] = [];
  for await (const paper of archive()) papers.push(paper);
  return papers.find(isWanted);
}

async function stopWhenFound(): Promise<string | undefined> {
  for await (const paper of archive()) if (isWanted(paper)) return paper;
  return undefined;
}

/** Asks by hand, and does not say that it was the last time: the archive stays open. */
async function askByHand(): Promise<string | undefined> {
  const papers = archive();
  for (let next = await papers.next(); !next.done; next = await papers.next()) {
    if (isWanted(next.value)) return next.value;
  }
  return undefined;
}

for (const historian of [readAllFirst, stopWhenFound, askByHand]) {
  console.log(`${historian.name}:`);
  console.log(`  found ${await historian()}`);
}
