import type { WarningEvidence, WarningRow } from '../../shared/panel/questions.ts';
import type { FilteredCode } from '../../shared/panel/tasks.ts';
import type { Thread } from '../../trace/thread.ts';
import type { PlacedEvidence, Warning } from '../../trace/warnings/gather.ts';
import { mistakesIn, type Mistake } from '../../trace/warnings/mistakes.ts';
import type { NamedPlace } from '../../trace/warnings/warning.ts';
import { placeOf, type Recording } from '../recording.ts';
import { endIn } from '../task-state.ts';

/** What went wrong, the worst first: one row for each mistake. */
export const warnings = (recording: Recording): WarningRow[] =>
  mistakesIn(recording.warnings).map(it => toRow(recording, it));

function toRow(recording: Recording, mistake: Mistake): WarningRow {
  const { name, severity, message, advice, count, site, also } = mistake;
  return {
    name,
    severity,
    message,
    advice,
    count,
    place: placeOf(site),
    code: codeOf(recording, [mistake, ...also]),
    evidence: evidenceRows(recording, mistake),
    also: also.map(it => ({
      name: it.name,
      message: it.message,
      count: it.count,
      evidence: evidenceRows(recording, it),
    })),
  };
}

const evidenceRows = (recording: Recording, { thread, evidence }: Warning): WarningEvidence[] =>
  evidence.map(it => evidenceRow(recording, thread, it));

/** The functions around the places of warnings and around those of their evidence, and those of the tasks in it. */
function codeOf({ threads }: Recording, warnings: readonly Warning[]): FilteredCode[] {
  const found = warnings.flatMap(it => codeAround(threads[it.thread]!, it));
  return [...new Map(found.map(it => [JSON.stringify(it), it])).values()];
}

function codeAround({ graph }: Thread, { site, evidence }: Warning): FilteredCode[] {
  const tasks = evidence.map(({ task }) => graph.sites.get(graph.tasks.get(task)?.site ?? 0));
  const places = [site, ...evidence.map(it => it.site)].map(it => graph.sites.get(it?.owner ?? 0) ?? it);
  return [...places, ...tasks].flatMap(it => (it === undefined ? [] : toCode(it)));
}

const toCode = ({ id = '', name, file }: NamedPlace): FilteredCode => ({ id, name, file });

function evidenceRow(
  recording: Recording,
  index: number,
  { message, site, task, from, until }: PlacedEvidence,
): WarningEvidence {
  const thread = recording.threads[index]!;
  return {
    text: message,
    place: placeOf(site),
    ref: task === 0 ? undefined : { thread: index, task },
    window: { from: recording.at(thread, from), until: recording.at(thread, endIn(recording, thread.graph, until)) },
  };
}
