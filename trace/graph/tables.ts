/** The tables of a graph, for code that looks at millions of rows. */

import type { Context } from '../graph.ts';
import { AwaitTable } from './awaits.ts';
import { PromiseTable } from './promises.ts';
import { ResourceTable } from './resources.ts';
import { TaskTable } from './tasks.ts';
import { TurnTable } from './turns.ts';

export class Tables {
  readonly awaits = new AwaitTable();
  readonly promises = new PromiseTable();
  readonly tasks = new TaskTable(this.promises, this.awaits);
  readonly turns = new TurnTable();
  readonly resources: ResourceTable;

  constructor(names: ReadonlyMap<number, string>) {
    this.resources = new ResourceTable(names);
  }

  /**
   * Row of the task that runs in a context, or that made what runs there: creators are followed through reactions and
   * resources. 0 for the program's own first turn.
   */
  ownerOf(context: Context): number {
    if (context < 0) return this.resources.owner[this.resources.find(-context)]!;
    const promise = this.promises.find(context);
    return this.promises.task[promise]! || this.promises.owner[promise]!;
  }
}
