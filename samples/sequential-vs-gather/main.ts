// A morning briefing of three pages, each of which takes a third of a second to load.
import { setTimeout as wait } from 'node:timers/promises';

const PAGES = ['weather', 'news', 'calendar'];
const LOADING_MS = 300;
const loaded: string[] = [];

async function load(page: string): Promise<string> {
  await wait(LOADING_MS);
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
  const start = performance.now();
  const pages = await brief();
  const loadings = Math.round((performance.now() - start) / LOADING_MS);
  console.log(`${brief.name}: ${pages.length} pages in the time of ${loadings}`);
}
