// A morning briefing of three pages, each of which needs a moment to load.
import { setTimeout as wait } from 'node:timers/promises';

const PAGES = ['weather', 'news', 'calendar'];
const loaded: string[] = [];
let loading = 0;
let mostAtOnce = 0;

async function load(page: string): Promise<string> {
  mostAtOnce = Math.max(mostAtOnce, ++loading);
  await wait(100);
  loading--;
  loaded.push(page);
  return page;
}

async function oneAfterTheOther(): Promise<string[]> {
  const pages = [];
  for (const page of PAGES) pages.push(await load(page));
  return pages;
}

async function allAtOnce(): Promise<string[]> {
  return Promise.all(PAGES.map(page => load(page)));
}

async function withoutWaiting(): Promise<string[]> {
  PAGES.map(page => load(page));
  return loaded;
}

for (const brief of [oneAfterTheOther, allAtOnce, withoutWaiting]) {
  loaded.length = 0;
  mostAtOnce = 0;
  const pages = await brief();
  console.log(`${brief.name}: ${pages.length} pages, loaded ${mostAtOnce} at a time`);
}
