import type { Neighbour, Neighbourhood, TaskLink } from '../../shared/panel/graph.ts';
import type { TaskRef, Window } from '../../shared/panel/tasks.ts';
import type { Ticks } from '../../trace/graph.ts';
import type { Thread } from '../../trace/thread.ts';
import { tasksIn } from '../../trace/suspended.ts';
import { waitersIn } from '../../trace/waiters.ts';
import { causeOf, type Cause } from '../../trace/waits-on.ts';
import { placeOf, type Recording } from '../recording.ts';
import { endOf, stateOf } from '../task-state.ts';
import { textOf } from './brief.ts';
import { titleOf } from './sites.ts';

/** More are not read as a picture. */
const MOST = 300;

/** Who started a task and whom it started, who awaits it and whom it awaits; `undefined` when there is no such task. */
export function neighbourhood(recording: Recording, { thread: index, task }: TaskRef): Neighbourhood | undefined {
  const thread = recording.threads[index];
  const row = thread?.graph.tables.tasks.find(task) ?? 0;
  if (thread === undefined || row === 0) return undefined;
  return new Around(recording, index, thread, row).told();
}

/** Collects them; a neighbour that there is no room for is `undefined`, and so are its links. */
class Around {
  readonly #recording: Recording;
  readonly #index: number;
  readonly #thread: Thread;
  /** The row of the task in the middle. */
  readonly #row: number;
  /** Indices of neighbours, by row of the task, or by what something else is called. */
  readonly #indices = new Map<number | string, number>();
  readonly #neighbours: Neighbour[] = [];
  readonly #links: TaskLink[] = [];
  #isCut = false;

  constructor(recording: Recording, index: number, thread: Thread, row: number) {
    this.#recording = recording;
    this.#index = index;
    this.#thread = thread;
    this.#row = row;
  }

  told(): Neighbourhood {
    this.#task(this.#row);
    this.#addStarter();
    this.#addWaiters();
    this.#addAwaited();
    this.#addStarted();
    return { neighbours: this.#neighbours, links: this.#links, isCut: this.#isCut };
  }

  get #tables() {
    return this.#thread.graph.tables;
  }

  #addStarter(): void {
    const { tasks } = this.#tables;
    const starter = this.#tables.ownerOf(tasks.context[this.#row]!);
    const startedAt = tasks.startedAt[this.#row]!;
    this.#link('spawn', starter === 0 ? this.#other('the program') : this.#task(starter), 0, startedAt, startedAt);
  }

  #addWaiters(): void {
    const { awaits } = this.#tables;
    for (const row of waitersIn(this.#thread.graph).awaitsOf(this.#row)) {
      this.#link('await', this.#task(awaits.task[row]!), 0, awaits.from[row]!, awaits.until[row]!);
    }
  }

  #addAwaited(): void {
    const { awaits, tasks } = this.#tables;
    for (const row of awaits.listUpTo(tasks.lastAwait[this.#row]!)) {
      const cause = causeOf(this.#thread.graph, awaits.on[row]!);
      for (const to of this.#causes(cause)) this.#link('await', 0, to, awaits.from[row]!, awaits.until[row]!);
    }
  }

  #addStarted(): void {
    const { tasks } = this.#tables;
    for (let row = this.#row + 1; row < tasks.end && !this.#isCut; row++) {
      if (this.#tables.ownerOf(tasks.context[row]!) !== this.#row) continue;
      this.#link('spawn', 0, this.#task(row), tasks.startedAt[row]!, tasks.startedAt[row]!);
    }
  }

  /** The tasks of a cause, or something else that has a name. */
  #causes(cause: Cause): (number | undefined)[] {
    const found = cause.kind === 'settledBy' ? [cause.task] : tasksIn(cause);
    if (found.length > 0) return found.map(({ id }) => this.#task(this.#tables.tasks.find(id)));
    return cause.kind === 'value' ? [] : [this.#other(textOf(this.#thread.graph, cause))];
  }

  #task(row: number): number | undefined {
    return this.#indexOf(row, () => {
      const { graph } = this.#thread;
      const { tasks } = graph.tables;
      const site = graph.sites.get(tasks.site[row]!);
      const task = {
        ref: { thread: this.#index, task: tasks.id[row]! },
        state: stateOf(graph, row),
        window: this.#window(tasks.startedAt[row]!, endOf(this.#recording, graph, row)),
        lane: { thread: this.#index, site: tasks.site[row]!, lane: tasks.lane[row]! },
      };
      return { task, name: site === undefined ? 'unknown code' : titleOf(site), place: placeOf(site) };
    });
  }

  #other(name: string): number | undefined {
    return this.#indexOf(name, () => ({ task: undefined, name, place: undefined }));
  }

  #indexOf(key: number | string, make: () => Neighbour): number | undefined {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    if (this.#neighbours.length === MOST) {
      this.#isCut = true;
      return undefined;
    }
    this.#indices.set(key, this.#neighbours.length);
    return this.#neighbours.push(make()) - 1;
  }

  #link(kind: TaskLink['kind'], from: number | undefined, to: number | undefined, start: Ticks, end: Ticks): void {
    if (from === undefined || to === undefined) return;
    const pending = end === Infinity;
    this.#links.push({ kind, from, to, window: this.#window(start, Math.min(end, this.#thread.graph.until)), pending });
  }

  #window(from: Ticks, until: Ticks): Window {
    return { from: this.#recording.at(this.#thread, from), until: this.#recording.at(this.#thread, until) };
  }
}
