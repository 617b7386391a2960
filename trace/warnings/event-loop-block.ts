import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Stack } from '../../shared/trace/stack.ts';
import { culpritIn, isOwn, type Block } from '../blocks.ts';
import type { Graph, Task } from '../graph.ts';
import { ownerOf } from '../owner.ts';
import { inCode, inWords, nameOf, nameOfBlock, nameOfFrame } from '../words.ts';
import { isStarvation } from './starvation.ts';
import { synchronousCall } from './synchronous-call.ts';
import { ofTask } from './evidence.ts';
import type { Evidence, Explanation, WarningKind } from './warning.ts';

/** Frames that are pointed at: who called the culprit matters less the further away it is. */
const SHOWN = 5;

export const eventLoopBlock: WarningKind = {
  name: 'event-loop-block',
  summary: 'Code that kept the event loop from everything else, with its stack.',
  advice: 'Call what does not block, split the work, or move it to a worker thread.',

  *find(graph, { 'event-loop-block': milliseconds }) {
    for (const block of graph.blocks) {
      const duration = block.until - block.from;
      if (duration < milliseconds * TICKS_PER_MS || block.kind === 'loading') continue;
      const task = ownerOf(graph, block.context);
      if (task === undefined && block.context >= 0 && isLoading(block.stack)) continue;
      if (isStarvation(graph, block.from, block.until)) continue;
      yield {
        severity: 'warn',
        sites: [culpritIn(block.stack) ?? task?.site ?? 0],
        duration,
        explain: () => explain(graph, block, task),
      };
    }
  },
};

/** While its files are loaded, a program has nothing else to do. Node 20 does not tell of callbacks, but of frames. */
const isLoading = (stack: Stack): boolean =>
  culpritIn(stack) === undefined || stack.some(({ file }) => file.startsWith('node:internal/modules/'));

function explain(graph: Graph, block: Block, task: Task | undefined): Explanation {
  const { from, until, stack, kind } = block;
  const culprit = culpritIn(stack);
  const whose = culprit === undefined ? 'Code' : nameOfFrame(culprit);
  const own = culprit === undefined ? [] : stack.slice(stack.indexOf(culprit)).filter(isOwn).slice(0, SHOWN);
  return {
    message:
      `${whose} kept the event loop from everything else for ${inWords(until - from)}, by ${nameOfBlock(kind)}: ` +
      `no request was answered, no timer went off.${adviceOn(stack)}`,
    evidence: [
      ...own.map((frame): Evidence => ({ message: nameOfFrame(frame), site: frame, task: task?.id ?? 0, from, until })),
      ...(task ? [ofTask(task, `in the task ${nameOf(graph, task)}`, { from, until })] : []),
    ],
  };
}

function adviceOn(stack: Stack): string {
  const call = synchronousCall(stack);
  return call ? ` Call ${inCode(call.instead)} in place of ${inCode(call.name)}: it lets others run.` : '';
}
