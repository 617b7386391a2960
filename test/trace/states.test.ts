/** The states of tasks, whatever the program. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Thread } from '../../trace/thread.ts';
import { NODES } from './nodes.ts';
import { randomProgram } from './random-program.ts';
import { record } from './record.ts';
import { threadOf } from './threads.ts';

/** Ticks; sums of rounded moments differ from each other by less. */
const ROUNDING = 0.01;

function assertStatesAddUp({ graph, sites }: Thread, program: string): void {
  const { awaits, tasks, turns } = graph.tables;
  for (let task = 1; task < tasks.end; task++) {
    const label = `${program}, task ${tasks.id[task]}`;
    const rows = awaits.listUpTo(tasks.lastAwait[task]!);
    const suspended = rows.reduce((sum, row) => sum + awaits.readyAt[row]! - awaits.from[row]!, 0);
    const returned = tasks.returnedAt.get(task) === Infinity ? 0 : tasks.endedAt[task]! - tasks.returnedAt.get(task);
    const lifetime = tasks.endedAt[task]! - tasks.startedAt[task]!;
    const inStates = tasks.ran[task]! + tasks.waited[task]! + suspended + returned;
    assert.ok(Math.abs(lifetime - inStates) < ROUNDING, `${label}: ${lifetime} is not ${inStates}`);
    assert.ok(tasks.nested[task]! < tasks.ran[task]! + ROUNDING, label);
    let at = tasks.startedAt[task]!;
    for (const row of rows) {
      const { from, readyAt, until } = awaits;
      assert.ok(at <= from[row]! && from[row]! <= readyAt[row]! && readyAt[row]! <= until[row]!, label);
      at = until[row]!;
    }
  }
  for (let turn = 2; turn < turns.end; turn++) assert.ok(turns.until[turn - 1]! <= turns.from[turn]!, program);
  const self = [...sites.functions.values()].reduce((sum, it) => sum + it.self, 0);
  assert.ok(self <= graph.until, `${program}: the thread ran for ${self} of ${graph.until}`);
}

describe('the states of tasks in random programs', function () {
  this.timeout(60_000);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  for (const node of NODES.filter(({ isModern }) => isModern)) {
    it(`add up to their lives on Node ${node.version}`, async () => {
      for (let seed = 101; seed <= 110; seed++) {
        const file = join(folder, `${seed}.mjs`);
        writeFileSync(file, randomProgram(seed).source);
        const { recording } = await record(await node.path(), file);
        assertStatesAddUp(threadOf(recording.streams[0]!), `seed ${seed}`);
      }
    });
  }
});
