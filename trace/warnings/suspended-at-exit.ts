import { suspendedTasks } from '../suspended.ts';
import type { WarningKind } from './warning.ts';
import { suspensionForEver } from './suspension-for-ever.ts';

export const suspendedAtExit: WarningKind = {
  name: 'suspended-at-exit',
  summary: 'An await that was still suspended when the event loop had nothing left to do.',
  advice:
    'See to it that the promise is settled on every path, also when what it waits for fails, closes or times out.',

  *find(graph) {
    const { idleAt } = graph;
    if (idleAt === undefined) return;
    for (const it of suspendedTasks(graph).values()) {
      if (it.waitsFor.length > 0 || it.at.from > idleAt) continue;
      // Of these more is known.
      if (graph.promises.get(it.at.on)?.collected) continue;
      yield suspensionForEver(graph, it, 'warn', 'the program ended since nothing was left that could settle it');
    }
  },
};
