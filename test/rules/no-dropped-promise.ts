// An office that starts work and then forgets it.
interface Letter {
  readonly id: number;
  readonly isDraft: boolean;
  readonly copies: readonly Letter[];
}

declare const letters: readonly Letter[];
declare function write(letter: Letter): Promise<string>;
declare function send(text: string): Promise<void>;
declare function report(error: unknown): void;
declare function isUrgent(letter: Letter): boolean;

export async function neverRead(letter: Letter): Promise<void> {
  const written = write(letter);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is kept in `written`, which nothing reads: if it rejects, the error is lost.
  const all = letters.map(each => write(each));
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: These promises are kept in `all`, which nothing reads: if one rejects, the error is lost.
  await send('done');
}

export async function notReadOnSomeWay(letter: Letter): Promise<void> {
  const written = write(letter);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is dropped when the function ends before it reads `written`: if it rejects then, the error is lost.
  if (letter.isDraft) return;
  await send(await written);
}

export async function readInOneBranchOnly(letter: Letter): Promise<void> {
  const written = write(letter);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is dropped when the function ends before it reads `written`: if it rejects then, the error is lost.
  if (isUrgent(letter)) {
    await send(await written);
  }
}

export async function leftByBreak(): Promise<void> {
  for (const letter of letters) {
    const written = write(letter);
    //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is dropped when the function ends before it reads `written`: if it rejects then, the error is lost.
    if (letter.isDraft) break;
    await send(await written);
  }
}

export async function severalAtOnce(letter: Letter): Promise<void> {
  const copies = letter.copies.map(copy => write(copy));
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: These promises are dropped when the function ends before it reads `copies`: if one rejects then, the error is lost.
  if (letter.isDraft) return;
  await Promise.all(copies);
}

// A function that cannot await yet.
export function inAnOrdinaryFunction(letter: Letter): number {
  const written = write(letter);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is kept in `written`, which nothing reads: if it rejects, the error is lost.
  return letter.id;
}

export class Office {
  constructor(letter: Letter) {
    const written = write(letter);
    //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is kept in `written`, which nothing reads: if it rejects, the error is lost.
  }
}

// All of these are read, whatever happens.
export async function readOnEveryWay(letter: Letter): Promise<string> {
  const written = write(letter);
  if (letter.isDraft) return written;
  const sent = written.then(send);
  try {
    if (isUrgent(letter)) return 'urgent';
  } finally {
    await sent;
  }
  return 'sent';
}

export async function readInAnyCase(letter: Letter, kind: 'draft' | 'final'): Promise<string> {
  const written = write(letter);
  switch (kind) {
    case 'draft':
      return await written;
    case 'final':
      return `Final: ${await written}`;
  }
}

export async function readInALoop(letter: Letter): Promise<void> {
  const written = write(letter);
  for (const copy of letter.copies) await send((await written) + copy.id);
}

export async function passedOn(letter: Letter): Promise<void> {
  const written = write(letter);
  const waiting = new Set([written]);
  if (letter.isDraft) return;
  await Promise.all(waiting);
}

export function captured(letter: Letter): () => Promise<string> {
  const written = write(letter);
  return () => written;
}

// An error is somebody's business who reads it later, but only if there is one.
export async function handled(letter: Letter): Promise<void> {
  const written = write(letter).catch(report);
  if (letter.isDraft) return;
  await written;
}

export async function cannotReject(letter: Letter): Promise<void> {
  const pause = new Promise(resolve => setTimeout(resolve, 100));
  if (letter.isDraft) return;
  await pause;
}

export async function leftByAnError(letter: Letter): Promise<void> {
  const written = write(letter);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: If `written` rejects after the function has been left by an error, nobody listens, and Node ends the process.
  if (letter.isDraft) throw new Error('This is a draft.');
  await send(await written);
}

export async function ignoredByName(letter: Letter): Promise<void> {
  const _written = write(letter);
  await send('done');
}

// A class of promises with more to it than a value.
declare class Command extends Promise<void> {
  kill(): void;
}
declare function run(command: string): Command;

export async function running(letter: Letter): Promise<void> {
  const printing = run('lpr');
  if (letter.isDraft) return;
  printing.kill();
}

// One of the two is meant to be.
export async function byKind(letter: Letter, kind: 'draft' | 'final'): Promise<void> {
  const written = write(letter);
  if (kind === 'draft') report(await written);
  else if (kind === 'final') await send(await written);
}

export async function unlessDraft(letter: Letter): Promise<void> {
  const written = write(letter);
  //    ^^^^^^^^^^^^^^^^^^^^^^^ error: This promise is dropped when the function ends before it reads `written`: if it rejects then, the error is lost.
  if (letter.isDraft) report('later');
  else if (isUrgent(letter)) await send(await written);
}
