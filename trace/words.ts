/** What things are called in sentences. */

import { TICKS_PER_MS } from '../shared/trace/events.ts';
import type { Site } from '../shared/trace/site.ts';
import type { StackFrame } from '../shared/trace/stack.ts';
import { duration as inMs } from '../shared/words.ts';
import type { BlockKind } from './blocks.ts';
import type { Graph, Task, Ticks } from './graph.ts';
import { isStartedByProgram, ownerOf } from './owner.ts';
import type { ResourceKind } from './resource-kind.ts';

/** With two digits at least: `40 µs`, `0.4 ms`, `35 ms`, `1.2 s`, `3 min 5 s`. */
export function inWords(duration: Ticks): string {
  const ms = duration / TICKS_PER_MS;
  return ms < 0.0995 ? `${Math.round(ms * 1000)} µs` : inMs(ms);
}

/** Code in a sentence, as Markdown has it: between backticks, and between two where it holds one itself. */
export function inCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** With a capital letter, where it begins with a letter. */
export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What runs at a site, or is awaited there, as a reader of the code would call it. */
export function nameOfSite(site: Site | undefined): string {
  if (site === undefined) return 'code that is not looked into';
  if (site.kind === 'module') return `the module ${site.name || site.file.split('/').at(-1)!}`;
  return site.name === '' ? 'an anonymous function' : inCode(site.name);
}

/** What a reader of the code would call a task. */
export const nameOf = ({ sites }: Graph, { site }: Task): string => nameOfSite(sites.get(site));

/** Who called the function that runs as `task`. */
export function starterOf(graph: Graph, task: Task): string {
  const owner = ownerOf(graph, task.context);
  if (owner === undefined) return isStartedByProgram(graph, task) ? 'the program' : 'a callback';
  return owner.id === task.context ? nameOf(graph, owner) : `a callback of ${nameOf(graph, owner)}`;
}

const RESOURCES: Readonly<Record<ResourceKind, string>> = {
  timer: 'a timer',
  immediate: 'an immediate',
  tick: 'the next tick',
  microtask: 'a microtask',
  fs: 'a file',
  net: 'the network',
  dns: 'a name server',
  worker: 'another thread',
  process: 'another process',
  crypto: 'cryptography',
  zlib: 'compression',
  signal: 'a signal',
  udp: 'a datagram',
  tty: 'the terminal',
  other: 'a native callback',
};

/** What a reader of the code would call a resource, with an article. */
export const nameOfResource = (kind: ResourceKind): string => RESOURCES[kind];

const BLOCKS: Readonly<Record<BlockKind, string>> = {
  fs: 'a synchronous call for a file',
  crypto: 'synchronous cryptography',
  zlib: 'synchronous compression',
  process: 'a child process that is waited for synchronously',
  json: 'JSON',
  regexp: 'a regular expression',
  loading: 'loading of code',
  javascript: 'its own code',
  unknown: 'something that could not be seen',
};

/** What a thread was kept by, with an article. */
export const nameOfBlock = (kind: BlockKind): string => BLOCKS[kind];

/** What a reader of the code would call a frame of a stack. */
export const nameOfFrame = ({ name }: StackFrame): string => (name === '' ? 'code outside of functions' : inCode(name));
