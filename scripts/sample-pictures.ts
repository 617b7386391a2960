// Draws each sample in the panel, in the view that shows best what it is about, to be looked at:
//   node out/scripts/sample-pictures.js <folder for the pictures> [sample …]
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drawPanel } from './panel-pictures.ts';
import { aroundTask, findings, functions, pointAtBlock, select, timeline, whoWaits, type Step } from './panel-steps.ts';
import { launchBrowser } from './vscode/chromium.ts';

/** By sample. */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  'all-settled': [select('carelessHost'), timeline],
  'async-iteration': [select('archive'), timeline],
  'async-resource': [select('readWithUsing'), timeline],
  'blocking-the-loop': [select('stareAtKettle'), timeline, pointAtBlock],
  'cancellation': [select('reader'), timeline],
  'coroutine': [select('boil'), timeline],
  'cpu-bound': [select('monkWhoTakesTurns'), timeline],
  'event': [select('reporter'), aroundTask],
  'fire-and-forget': [findings],
  'first-completed': [select('firstCar'), timeline],
  'forgotten-await': [findings],
  'io-under-a-task': [select('askStation'), timeline],
  'lock': [select('withLock'), timeline],
  'lost-rejection': [findings],
  'mixing-sync-and-async': [select('customer'), timeline, pointAtBlock],
  'never-resumes': [whoWaits],
  'queue': [select('Bakery.baker'), timeline],
  'running-now': [select('Board.run')],
  'semaphore': [select('Semaphore.run', 3), timeline],
  'sequential-vs-gather': [functions],
  'slow-callback': [select('clerkWhoCounts'), timeline, pointAtBlock],
  'task-group': [select('withTaskGroup'), aroundTask],
  'timeout': [select('raceWithTimer'), timeline],
  'worker-thread': [select('thinkInWorker'), timeline],
};

const [folder, ...only] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say into which folder the pictures are to be written.');
const samples = readdirSync('samples', { withFileTypes: true }).filter(it => it.isDirectory());
const missing = samples.filter(({ name }) => !(name in STEPS));
if (missing.length > 0) throw new Error(`Say which view shows ${missing.map(({ name }) => name).join(', ')}.`);
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  const pictures = Object.entries(STEPS).map(([sample, steps]) => ({
    sample,
    steps,
    image: join(folder, `${sample}.png`),
  }));
  await drawPanel(browser, only.length === 0 ? pictures : pictures.filter(({ sample }) => only.includes(sample)));
} finally {
  await browser.close();
}
