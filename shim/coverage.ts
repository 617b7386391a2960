/**
 * Coverage that V8 counts, in places of the code as its author wrote it: for those that ask for it through the
 * inspector, as vitest and jest do, and in the files that Node writes for `NODE_V8_COVERAGE`, which c8 and `node
 * --test` read.
 */

import type { Profiler, Session } from 'node:inspector';
import { resolve } from 'node:path';
import { takeCoverage } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { mendedMaps, type CoverageMaps } from './coverage-maps.ts';
import { showAs } from './function-text.ts';
import { insertedIn, type Inserted } from './inserted.ts';
import { whenAskedFor } from './load/builtins.ts';
import { readdirSync, readFileSync, renameSync, writeFileSync } from './natives.ts';
import { isOwnCode } from './own-code.ts';

type Coverage = Profiler.TakePreciseCoverageReturnType;
type Answer = (error: Error | null, coverage?: Coverage) => void;

const TAKING: ReadonlySet<unknown> = new Set(['Profiler.takePreciseCoverage', 'Profiler.getBestEffortCoverage']);

/** Node finds this folder when it starts, whatever the program makes of the variable. */
const { NODE_V8_COVERAGE: folder } = process.env;
const coverageFolder = folder === undefined || folder === '' ? undefined : resolve(folder);

/** As Node names them; the main thread is 0. */
const FILE = new RegExp(`^coverage-${process.pid}-(\\d+)-${threadId}\\.json$`);

/** Whether there are insertions whose coverage is still to be mended in files. */
let mendsFiles = false;

interface CoverageFile extends Coverage {
  readonly 'source-map-cache'?: CoverageMaps;
}

/** To be called before the program can ask for coverage. */
export function mendCoverage(): void {
  mendsFiles = coverageFolder !== undefined;
  for (const name of ['inspector', 'inspector/promises']) {
    whenAskedFor(name, module => mendSession((module as { Session: typeof Session }).Session.prototype));
  }
}

interface Posts {
  post(...args: unknown[]): unknown;
}

/** Answers come to a callback, or as promises. */
function mendSession(sessions: object): void {
  const posts = sessions as Posts;
  const original = posts.post;
  const mending = {
    post(this: unknown, ...args: unknown[]): unknown {
      if (!TAKING.has(args[0])) return Reflect.apply(original, this, args);
      const answered = Reflect.apply(original, this, args.map(withMended)) as Promise<Coverage> | undefined;
      return answered?.then(mended);
    },
  };
  showAs(mending.post, original);
  posts.post = mending.post;
}

function withMended(argument: unknown): unknown {
  if (typeof argument !== 'function') return argument;
  return (error: Error | null, coverage?: Coverage): void => {
    (argument as Answer)(error, error || !coverage ? coverage : mended(coverage));
  };
}

/** What was given out: sessions with promises may be made of those with callbacks, and ask these. */
const right = new WeakSet<Coverage>();

function mended(coverage: Coverage): Coverage {
  if (right.has(coverage)) return coverage;
  const result = coverage.result.filter(({ url }) => !isOwnCode(url)).map(script => {
    const inserted = insertedIn(script.url);
    return inserted ? { ...script, functions: script.functions.flatMap(fn => mendedFunction(fn, inserted)) } : script;
  });
  const answer = { ...coverage, result };
  right.add(answer);
  return answer;
}

/** What is only in insertions is left out. */
function mendedFunction(fn: Profiler.FunctionCoverage, inserted: Inserted): Profiler.FunctionCoverage[] {
  const ranges = fn.ranges.map(({ count, ...range }) => ({
    startOffset: inserted.originalOffset(range.startOffset),
    endOffset: inserted.originalOffset(range.endOffset),
    count,
  }));
  const [whole, ...blocks] = ranges.filter(isNotEmpty);
  return whole && ranges[0] === whole ? [{ ...fn, ranges: [whole, ...blocks] }] : [];
}

const isNotEmpty = ({ startOffset, endOffset }: Profiler.CoverageRange): boolean => startOffset < endOffset;

/**
 * Has Node write what it has counted so far, and mends that, once. To be called when all code of the program has run:
 * what Node writes when the process ends has no more of it.
 */
export function mendCoverageFiles(): void {
  if (coverageFolder === undefined || !mendsFiles) return;
  mendsFiles = false;
  takeCoverage();
  try {
    for (const name of readdirSync(coverageFolder)) {
      const written = FILE.exec(name)?.[1];
      if (written !== undefined) mendFile(coverageFolder, name, written);
    }
  } catch {
    // The folder is gone, or the disk is full: Node complains itself of what it cannot write.
  }
}

/** The file gets another name: the next that Node writes might have the same. */
function mendFile(folder: string, name: string, written: string): void {
  const path = resolve(folder, name);
  const { 'source-map-cache': maps, ...coverage } = JSON.parse(readFileSync(path, 'utf8')) as CoverageFile;
  const result = { ...mended(coverage), ...(maps && { 'source-map-cache': mendedMaps(maps) }) };
  writeFileSync(path, JSON.stringify(result));
  renameSync(path, resolve(folder, name.replace(written, String(Number(written) - 1))));
}
