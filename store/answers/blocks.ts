import type { LoopBlock } from '../../shared/panel/story.ts';
import { culpritIn, isOwn, type Block } from '../../trace/blocks.ts';
import { ownerOf } from '../../trace/owner.ts';
import { inWords, nameOfBlock, nameOfFrame } from '../../trace/words.ts';
import { placeOf, refTo, type Recording } from '../recording.ts';

/** When the event loop of a thread stood still. */
export const blocks = (recording: Recording): LoopBlock[] =>
  recording.threads.flatMap(({ graph }, thread) => graph.blocks.map(it => blockOf(recording, thread, it)));

/** What the panel tells of a block of the thread with this index. */
export function blockOf(recording: Recording, index: number, block: Block): LoopBlock {
  const thread = recording.threads[index]!;
  const { from, until, stack, context, kind } = block;
  const culprit = culpritIn(stack);
  const task = ownerOf(thread.graph, context);
  const whose = culprit === undefined ? 'Code' : nameOfFrame(culprit);
  return {
    thread: index,
    window: { from: recording.at(thread, from), until: recording.at(thread, until) },
    text: `${whose} kept the event loop from everything else for ${inWords(until - from)}, by ${nameOfBlock(kind)}`,
    ref: task && refTo(index, task),
    stack: stack.filter(isOwn).map(frame => ({ name: nameOfFrame(frame), place: placeOf(frame)! })),
  };
}
