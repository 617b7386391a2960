/** How a suspension that does not end is told. */

import type { Severity } from '../../shared/finding.ts';
import type { Site } from '../../shared/trace/site.ts';
import type { Graph } from '../graph.ts';
import { allWaiters, type Suspended } from '../suspended.ts';
import { nameOf, nameOfSite, sentence } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, Occurrence } from './warning.ts';

/** Tasks that wait in vain for another one and are named; of more, the nearest are. */
const NAMED_WAITERS = 10;

/** @param because why it does not end, as the end of a sentence */
export function suspensionForEver(graph: Graph, it: Suspended, severity: Severity, because: string): Occurrence {
  return {
    severity,
    sites: [it.at.site],
    duration: Infinity,
    explain: () => explain(graph, it, because),
  };
}

function explain(graph: Graph, it: Suspended, because: string): Explanation {
  const waiters = allWaiters(it);
  const inVain = waiters.slice(0, NAMED_WAITERS).map(({ task }) => nameOf(graph, task));
  const wait = waiters.length === 1 ? 'waits' : 'wait';
  const also = waiters.length === 0 ? '' : ` ${sentence(listed(inVain, waiters.length))} ${wait} for it in vain.`;
  return {
    ...adviceOn(graph.sites.get(it.at.site)),
    message: `${nameOf(graph, it.task)} awaits ${awaited(graph, it)} for ever: ${because}.${also}`,
    evidence: [it, ...waiters.slice(0, NAMED_WAITERS)].map(each => {
      const { task, at } = each;
      const message = `${nameOf(graph, task)} is suspended at ${awaited(graph, each)}`;
      return ofTask(task, message, { site: at.site, from: at.from });
    }),
  };
}

/** An event that came before somebody listened is the usual reason for a wait that lasts for ever. */
function adviceOn(site: Site | undefined): Pick<Explanation, 'advice'> {
  const waiting = /^(?:\w+\.)*once\(/.test(site?.name ?? '');
  return waiting ? { advice: ON_EVENT } : {};
}

const ON_EVENT =
  'The event never came, or had come before: who listens behind the call that emits it listens too late. Listen first, as ' +
  "in `const closed = once(socket, 'close'); socket.end(); await closed;`. For a stream, `await finished(stream)` of " +
  '`node:stream/promises` ends also where it was over already.';

const awaited = ({ sites }: Graph, { at }: Suspended): string => nameOfSite(sites.get(at.site));

function listed(names: readonly string[], count: number): string {
  const rest = count - names.length;
  const all = rest > 0 ? [...names, `${rest} more`] : names;
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(', ')} and ${all.at(-1)!}`;
}
