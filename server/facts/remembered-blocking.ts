/** What an earlier run found of blocking calls, where that is known to be right still. */

import type { Expression, Node, SourceFile } from '../syntax/ast.ts';
import type { FileSites } from '../syntax/call-sites.ts';
import { ask, once, type Asking } from '../engine/questions.ts';
import type { BlockingPath } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { codePaths, nodeAt } from './blocking-places.ts';
import { BLOCKING_RULE, type Row, type RowPath } from './blocking-summary.ts';
import { leadsIn } from './leads.ts';

/** What is known of one function, or of one argument. */
export interface RememberedBlocking {
  readonly paths: readonly BlockingPath[];
  /** Whether nobody waits for it. */
  readonly isAlone: boolean;
}

/** By functions and arguments in a file, what blocks there; `undefined` where that has to be found out. */
export function* rememberedBlocking(
  source: SourceFile,
  knowledge: BlockingKnowledge,
): Asking<ReadonlyMap<Node, RememberedBlocking> | undefined> {
  const text = yield* ask('remembered', { rule: BLOCKING_RULE, file: source.fileName });
  if (text === undefined) return undefined;
  if (text === '') return NOTHING_BLOCKS;
  return yield* once('remembered-blocking', source, () => read(JSON.parse(text) as readonly Row[], source, knowledge));
}

const NOTHING_BLOCKS: ReadonlyMap<Node, RememberedBlocking> = new Map();

function* read(
  rows: readonly Row[],
  source: SourceFile,
  knowledge: BlockingKnowledge,
): Asking<ReadonlyMap<Node, RememberedBlocking> | undefined> {
  const own = yield* sitesOf(source, knowledge);
  const codes = new Map([...codePaths(own)].map(([{ node }, path]) => [path, node]));
  const found = new Map<Node, RememberedBlocking>();
  for (const { at, isAlone, paths } of rows) {
    const node = typeof at === 'string' ? codes.get(at) : yield* nodeAt(at, own);
    const read: BlockingPath[] = [];
    for (const path of paths) {
      const one = yield* pathOf(path, knowledge);
      if (one) read.push(one);
    }
    if (!node || read.length < paths.length) return undefined;
    found.set(node, { paths: read, isAlone });
  }
  return found;
}

function* pathOf({ steps, leaf }: RowPath, knowledge: BlockingKnowledge): Asking<BlockingPath | undefined> {
  const found: BlockingPath['steps'][number][] = [];
  for (const [place, isFirstUse] of steps) {
    const source = yield* ask('source', place[0]);
    const at = source && (yield* nodeAt(place, yield* sitesOf(source, knowledge)));
    if (!at) return undefined;
    found.push({ at: at as Expression, isFirstUse });
  }
  return { steps: found, leaf };
}

function* sitesOf(source: SourceFile, { takers }: BlockingKnowledge): Asking<FileSites> {
  return (yield* leadsIn([source], takers)).files[0]!;
}
