import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Await, Graph, PromiseNode, Task } from '../graph.ts';
import { ownerOf } from '../owner.ts';
import { causeOf } from '../waits-on.ts';
import { inWords, nameOf, nameOfSite } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, Occurrence, WarningKind } from './warning.ts';

export const leakedRaceTimer: WarningKind = {
  name: 'leaked-race-timer',
  summary: 'A timer in a `Promise.race` that ran on when the race was over.',
  advice: 'Give the work `AbortSignal.timeout` instead, or clear the timer in `finally`.',

  *find(graph, { 'leaked-race-timer': milliseconds }) {
    const { promises } = graph.tables;
    for (let row = 1; row < promises.end; row++) {
      if (promises.lastInput.get(row) === 0 || promises.settledAt[row] === Infinity) continue;
      const race = promises.view(row);
      const overtime = overtimeOf(graph, race);
      if (overtime >= milliseconds * TICKS_PER_MS) yield occurrence(graph, race, overtime);
    }
  },
};

/** For how long a timer that has lost the race was still running, in ticks; 0 for none. */
function overtimeOf(graph: Graph, race: PromiseNode): number {
  const { inputs, settledAt } = race;
  const winner = winnerOf(graph, race);
  if (winner === undefined) return 0;
  const task = graph.tasks.get(winner);
  // `Promise.all` ends before all are settled as well, when one of them fails.
  if (task === undefined ? isTimer(graph, winner) : task.outcome === 'rejected') return 0;
  const lost = inputs.filter(input => input !== winner && isTimer(graph, input));
  return Math.max(0, ...lost.map(input => (graph.promises.get(input)!.settledAt ?? 0) - settledAt!));
}

/** The input in whose reaction the race was settled. */
function winnerOf({ promises }: Graph, { inputs, settledBy }: PromiseNode): number | undefined {
  const parent = promises.get(settledBy)?.parent;
  return parent !== undefined && inputs.includes(parent) ? parent : undefined;
}

/** Whether a promise is settled by a timer and nothing else; a task may have waited for it. */
function isTimer(graph: Graph, promise: number): boolean {
  const cause = causeOf(graph, promise);
  if (cause.kind === 'resource') return cause.resource === 'timer';
  if (cause.kind !== 'task') return false;
  const [first, ...more] = cause.task.awaits;
  return first !== undefined && more.length === 0 && isTimer(graph, first.on);
}

function occurrence(graph: Graph, race: PromiseNode, overtime: number): Occurrence {
  const owner = ownerOf(graph, race.context);
  const at = owner?.awaits.find(it => it.on === race.id);
  return {
    severity: 'info',
    sites: [at?.site ?? owner?.site ?? 0],
    duration: overtime,
    explain: () => explain(graph, race, overtime, owner, at),
  };
}

function explain(
  graph: Graph,
  { settledAt }: PromiseNode,
  overtime: number,
  owner: Task | undefined,
  at: Await | undefined,
): Explanation {
  const where = at === undefined ? '' : ` at ${nameOfSite(graph.sites.get(at.site))}`;
  const who = owner === undefined ? 'a callback' : nameOf(graph, owner);
  const ran = { site: at?.site ?? owner?.site ?? 0, from: settledAt!, until: settledAt! + overtime };
  return {
    message:
      `The race of ${who}${where} was over, and its timer ran on for ${inWords(overtime)}: until then it keeps the ` +
      'process running, and in memory what its callback knows.',
    evidence: owner === undefined ? [] : [ofTask(owner, 'the timer runs on', ran)],
  };
}
