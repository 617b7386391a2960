// Three reporters ask a weather station over HTTP, and each writes a page. Whose line is it that is waited for?
import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEGREES: Record<string, number> = { lima: 19, oslo: -3, rome: 24 };

/** What the task of a reporter did, told by those who know nothing of reporters. */
const diary = new AsyncLocalStorage<string[]>();
const note = (entry: string): unknown => diary.getStore()?.push(entry);

let asking = 0;
let mostAsking = 0;

async function askStation(station: string, town: string): Promise<number> {
  note(`asks for ${town}`);
  mostAsking = Math.max(mostAsking, ++asking);
  const answer = await fetch(`${station}/${town}`);
  const degrees = Number(await answer.text());
  asking--;
  note(`hears ${degrees} degrees`);
  return degrees;
}

async function printPage(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  note(`prints "${await readFile(file, 'utf8')}"`);
}

async function reporter(station: string, folder: string, town: string): Promise<string[]> {
  return diary.run([], async () => {
    const degrees = await askStation(station, town);
    await printPage(join(folder, town), degrees < 0 ? 'wear a hat' : 'have an ice cream');
    return diary.getStore() ?? [];
  });
}

const station = createServer((request, response) => response.end(String(DEGREES[request.url!.slice(1)])));
await once(station.listen(0, '127.0.0.1'), 'listening');
const address = `http://127.0.0.1:${(station.address() as AddressInfo).port}`;
const folder = await mkdtemp(join(tmpdir(), 'weather-'));
try {
  const diaries = await Promise.all(Object.keys(DEGREES).map(town => reporter(address, folder, town)));
  for (const entries of diaries) console.log(entries.join(', '));
  console.log(`${mostAsking} reporters asked at the same time`);
} finally {
  station.close();
  await rm(folder, { recursive: true });
}
