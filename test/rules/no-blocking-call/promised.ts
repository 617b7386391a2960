// A function that says that it returns a promise is reported itself, once, and not whoever waits for it.
import { readFileSync } from 'node:fs';

declare function query(command: string): Promise<string[]>;

const commandIn = (file: string): string => readFileSync(file, 'utf8');

class Backend {
  run(file: string): Promise<string[]> {
    return query(commandIn(file));
    //           ^^^^^^^^^ warn: `commandIn` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  }

  async add(): Promise<number> {
    const rows = await this.run('add.sql');
    return rows.length;
  }

  async remove(): Promise<number> {
    const rows = await this.run('remove.sql');
    return rows.length;
  }
}

// What only turns out to return a promise is part of those who call it.
const runNow = (file: string) => query(commandIn(file));

export async function both(): Promise<string[]> {
  const backend = new Backend();
  await backend.add();
  await backend.remove();
  return await runNow('both.sql');
  //           ^^^^^^ warn: `runNow` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
}
