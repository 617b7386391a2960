import { suspendedTasks } from '../suspended.ts';
import { suspensionForEver } from './suspension-for-ever.ts';
import type { WarningKind } from './warning.ts';

export const neverResumes: WarningKind = {
  name: 'never-resumes',
  summary: 'An await that can never resume: its promise is gone, and nobody was left that could settle it.',
  advice:
    'See to it that the promise is settled on every path, also when what it waits for fails, closes or times out.',

  *find(graph) {
    for (const it of suspendedTasks(graph).values()) {
      if (it.waitsFor.length > 0 || !graph.promises.get(it.at.on)?.collected) continue;
      yield suspensionForEver(graph, it, 'error', 'nothing refers to the promise any more, so nothing can settle it');
    }
  },
};
