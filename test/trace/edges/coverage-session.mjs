// Counts what has run, through the inspector, by callbacks and by promises.
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import promises from 'node:inspector/promises';

const byCallback = new Session();
const byPromise = new promises.Session();
for (const session of [byCallback, byPromise]) {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

const { work } = await import('./counted.mjs');
await work(3);

const text = readFileSync(new URL('counted.mjs', import.meta.url), 'utf8');
const show = ({ result }) => {
  const script = result.find(({ url }) => url.endsWith('/counted.mjs'));
  for (const { functionName, ranges } of script.functions) {
    for (const { startOffset, endOffset, count } of ranges) {
      console.log(functionName, count, startOffset, endOffset, JSON.stringify(text.slice(startOffset, endOffset)));
    }
  }
  console.log(result.filter(({ url }) => url.includes('shim')).length);
};
byCallback.post('Profiler.getBestEffortCoverage', (error, coverage) => show(coverage));
show(await byPromise.post('Profiler.takePreciseCoverage'));
