/** How a suspension that does not end is told. */

import type { Severity } from '../../shared/finding.ts';
import type { Graph } from '../graph.ts';
import { allWaiters, type Suspended } from '../suspended.ts';
import { nameOf, nameOfSite } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, Occurrence } from './warning.ts';

/** Tasks that wait in vain for another one and are named; of more, the nearest are. */
const NAMED_WAITERS = 10;

/** @param because why it does not end, as the end of a sentence */
export function suspensionForEver(graph: Graph, it: Suspended, severity: Severity, because: string): Occurrence {
  return {
    severity,
    sites: [it.at.site],
    duration: graph.until - it.at.from,
    explain: () => explain(graph, it, because),
  };
}

function explain(graph: Graph, it: Suspended, because: string): Explanation {
  const waiters = allWaiters(it);
  const inVain = waiters.slice(0, NAMED_WAITERS).map(({ task }) => nameOf(graph, task));
  const wait = waiters.length === 1 ? 'waits' : 'wait';
  const also = waiters.length === 0 ? '' : ` ${listed(inVain, waiters.length)} ${wait} for it in vain.`;
  return {
    message: `${nameOf(graph, it.task)} awaits ${awaited(graph, it)} for ever: ${because}.${also}`,
    evidence: [it, ...waiters.slice(0, NAMED_WAITERS)].map(each => {
      const { task, at } = each;
      const message = `${nameOf(graph, task)} is suspended at ${awaited(graph, each)}`;
      return ofTask(graph, task, message, { site: at.site, from: at.from });
    }),
  };
}

const awaited = ({ sites }: Graph, { at }: Suspended): string => nameOfSite(sites.get(at.site));

function listed(names: readonly string[], count: number): string {
  const rest = count - names.length;
  const all = rest > 0 ? [...names, `${rest} more`] : names;
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;
}
