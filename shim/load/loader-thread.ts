/** Runs in the thread of Node's loaders: gives ES modules their insertions, and tells the program's thread of them. */

import type { LoadHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { keptPlans } from '../transform/kept-plans.ts';
import { planFor as madeFor, type PlanFor } from '../transform/plan.ts';
import { transform } from '../transform/transform.ts';
import { FIRST_OFF_THREAD_SITE } from '../transform/insertions.ts';
import type { Loaded, LoaderData } from './off-thread.ts';
import { isLibrary, lookInto } from '../transform/libraries.ts';

const TYPESCRIPT = /\.[cm]?tsx?$/;

/** Loaders that register later, such as that of tsx, get what this one gives: JavaScript is made of it after that. */
const COMPILED_LATER = 'on Node 20, its loader compiles it where we cannot see it. Node 22 and later show it.';

let port: MessagePort;
let planFor: PlanFor = madeFor;
let nextSite = FIRST_OFF_THREAD_SITE;

/** Called by Node before the first file is loaded. */
export function initialize(data: LoaderData): void {
  port = data.port;
  lookInto(data.packages);
  if (data.plans !== undefined) planFor = keptPlans(data.plans, madeFor);
}

/** Called by Node for each module: the code of the program is given back with insertions. */
export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  if (loaded.format !== 'module' || !loaded.source || !url.startsWith('file:')) return loaded;
  const path = fileURLToPath(url);
  if (isLibrary(path)) return loaded;
  const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
  return { ...loaded, source: instrumented(url, path.replaceAll('\\', '/'), source) };
};

function instrumented(url: string, file: string, source: string): string {
  try {
    const transformed = transform({ file, code: source, type: 'module' }, nextSite, planFor);
    if (transformed === undefined) return source;
    const { code, sites, shifts } = transformed;
    tell({ kind: 'instrumented', url, firstSite: nextSite, sites, shifts });
    nextSite += sites.length;
    return code;
  } catch (error) {
    tell({
      kind: 'skipped',
      file: { file, reason: TYPESCRIPT.test(file) ? COMPILED_LATER : (error as Error).message },
    });
    return source;
  }
}

const tell = (message: Loaded): void => port.postMessage(message);
