/** Of functions that run as tasks too often, some tasks are recorded, and all are counted. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNSAMPLED } from '../../shared/trace/events.ts';
import { Thread } from '../../trace/thread.ts';
import type { Await, Graph } from '../../trace/graph.ts';
import { spawnerOf } from '../../trace/owner.ts';
import { unsampledInWords } from '../../trace/unsampled.ts';
import { causeOf } from '../../trace/waits-on.ts';
import { nameOf } from './describe.ts';
import { NODES, type NodeVersion } from './nodes.ts';
import { randomProgram } from './random-program.ts';
import { recordWith } from './record.ts';
import { threadOf } from './threads.ts';
import type { Target, TruthTask } from './truth.ts';

const PROGRAMS = Number(process.env['PROGRAMS'] ?? 20);

describe('sampling', function () {
  this.timeout(PROGRAMS * NODES.length * 10_000);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  /** What the program's thread did, recorded up to so many tasks of a function in a second. */
  async function sampled(node: NodeVersion, source: string, sampleAbove: number, name = 'app.mjs'): Promise<Thread> {
    const file = join(folder, name);
    writeFileSync(file, source);
    const { recording, stderr, code } = await recordWith({ sampleAbove }, await node.path(), file);
    assert.deepEqual([code, stderr], [0, ''], source);
    return threadOf(recording.streams[0]!);
  }

  for (const node of NODES) {
    it(`counts the tasks that it leaves out, on Node ${node.version}`, async () => {
      const { graph, sites } = await sampled(node, BUSY, 1000);
      const counts = new Map([...sites.functions.values()].map(it => [graph.sites.get(it.site)!.name, it] as const));
      const { started, unsampled, fulfilled } = counts.get('busy')!;
      assert.equal(started + unsampled, 30_000);
      assert.ok(unsampled > 0 && started > 0 && fulfilled === started);
      assert.deepEqual([counts.get('rare')!.started, counts.get('rare')!.unsampled], [50, 0]);
      assert.match(unsampledInWords([graph])!, /^[\d,]+ tasks not recorded, .* of `busy`/);
    });

    it(`sees who waits for a task, whoever that is, on Node ${node.version}`, async () => {
      const { graph } = await sampled(node, BUSY, 1000);
      const rare = [...graph.tasks.values()].filter(task => nameOf(graph, task) === 'rare');
      assert.ok(rare.every(({ id }) => graph.promises.get(id)!.consumers > 0));
      assert.ok(rare.some(({ context }) => context === UNSAMPLED));
    });

    it(`tells of rejections that nobody handles, whosever they are, on Node ${node.version}`, async () => {
      const { graph } = await sampled(node, FAILING, 10);
      const unhandled = [...graph.promises.values()].filter(it => it.unhandled);
      assert.equal(unhandled.length, 500);
      assert.ok(graph.tasks.size < 500);
    });
  }

  for (const node of NODES.filter(it => it.isModern)) {
    it(`leaves the rest of random programs true on Node ${node.version}, ${PROGRAMS} of them`, async () => {
      let unsampled = 0;
      for (let seed = 1; seed <= PROGRAMS; seed++) {
        const { source, truth } = randomProgram(seed);
        const { graph } = await sampled(node, source, 10, `program-${seed}.mjs`);
        unsampled += graph.unsampled.length;
        checkAgainst(truth, graph, `seed ${seed}:\n${source}`);
      }
      assert.ok(unsampled > 0);
    });
  }
});

const BUSY = `
async function rare() { await null; }
async function busy(index) {
  await null;
  if (index % 600 === 0) await rare();
}
for (let index = 0; index < 30_000; index++) await busy(index);
`;

const FAILING = `
process.on('unhandledRejection', () => {});
async function fails() { await null; throw new Error('no'); }
for (let index = 0; index < 500; index++) void fails();
`;

interface Seen {
  readonly task: TruthTask;
  readonly ancestors: readonly string[];
}

/** All tasks are recorded or counted, and what is said of the recorded ones is true of some task of their function. */
function checkAgainst(truth: TruthTask, graph: Graph, message: string): void {
  const known = new Map<string, Seen[]>();
  for (const seen of tasksBelow(truth, [])) {
    const title = `${seen.task.name}:${seen.task.line}`;
    known.set(title, [...(known.get(title) ?? []), seen]);
  }
  const counts = new Map<string, number>();
  const add = (title: string, count: number) => counts.set(title, (counts.get(title) ?? 0) + count);
  const titleAt = (site: number) => `${graph.sites.get(site)!.name}:${graph.sites.get(site)!.line + 1}`;
  for (const { site, tasks } of graph.unsampled) add(titleAt(site), tasks);
  for (const task of graph.tasks.values()) {
    if (graph.sites.get(task.site)!.line < FIRST_LINE) continue;
    const title = titleAt(task.site);
    add(title, 1);
    const spawner = spawnerOf(graph, task);
    const same = (known.get(title) ?? []).some(
      it =>
        it.task.outcome === task.outcome &&
        (spawner === undefined || it.ancestors.includes(nameOf(graph, spawner))) &&
        sameAwaits(it.task, graph, task.awaits),
    );
    assert.ok(same, `${title} ${task.outcome}: ${message}`);
  }
  const expected = Array.from(known, ([title, tasks]) => [title, tasks.length] as const);
  assert.deepEqual(new Map([...counts].sort()), new Map(expected.sort()), message);
}

/** Lines of random programs before that hold no tasks. */
const FIRST_LINE = 5;

const tasksBelow = (task: TruthTask, ancestors: readonly string[]): Seen[] =>
  task.children.flatMap(child => [{ task: child, ancestors }, ...tasksBelow(child, [...ancestors, child.name])]);

/** The same lines; and where a task is awaited, one of the right function. */
function sameAwaits({ awaits: expected }: TruthTask, graph: Graph, awaits: readonly Await[]): boolean {
  if (awaits.length !== expected.length) return false;
  return awaits.every(({ site, on }, index) => {
    const { line, on: target } = expected[index]!;
    const cause = causeOf(graph, on);
    const isRight = cause.kind !== 'task' || names(target).includes(nameOf(graph, cause.task));
    return isRight && graph.sites.get(site)!.line + 1 === line;
  });
}

function names(target: Target): string[] {
  if (typeof target === 'string') return [];
  if (Array.isArray(target)) return target.flatMap(it => names(it as Target));
  return 'settledBy' in target ? [target.settledBy.name] : [(target as TruthTask).name];
}
