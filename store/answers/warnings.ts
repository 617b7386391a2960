import type { WarningRow } from '../../shared/panel/questions.ts';
import type { FilteredCode } from '../../shared/panel/tasks.ts';
import type { Thread } from '../../trace/thread.ts';
import type { PlacedEvidence, Warning } from '../../trace/warnings/gather.ts';
import type { NamedPlace } from '../../trace/warnings/warning.ts';
import { placeOf, type Recording } from '../recording.ts';
import { endIn } from '../task-state.ts';

/** Run-time warnings, the worst first. */
export const warnings = (recording: Recording): WarningRow[] => recording.warnings.map(it => toRow(recording, it));

function toRow(recording: Recording, warning: Warning): WarningRow {
  const { name, severity, message, advice, count, site, thread, evidence } = warning;
  return {
    name,
    severity,
    message,
    advice,
    count,
    place: placeOf(site),
    code: codeOf(recording.threads[thread]!, warning),
    evidence: evidence.map(it => evidenceRow(recording, thread, it)),
  };
}

/** The functions around the place of a warning and around those of its evidence, and those of the tasks in it. */
function codeOf({ graph }: Thread, { site, evidence }: Warning): FilteredCode[] {
  const tasks = evidence.map(({ task }) => graph.sites.get(graph.tasks.get(task)?.site ?? 0));
  const places = [site, ...evidence.map(it => it.site)].map(it => graph.sites.get(it?.owner ?? 0) ?? it);
  const found = [...places, ...tasks].flatMap(it => (it === undefined ? [] : toCode(it)));
  return [...new Map(found.map(it => [JSON.stringify(it), it])).values()];
}

const toCode = ({ id = '', name, file }: NamedPlace): FilteredCode => ({ id, name, file });

function evidenceRow(recording: Recording, index: number, { message, site, task, from, until }: PlacedEvidence) {
  const thread = recording.threads[index]!;
  return {
    text: message,
    place: placeOf(site),
    ref: task === 0 ? undefined : { thread: index, task },
    window: { from: recording.at(thread, from), until: recording.at(thread, endIn(recording, thread.graph, until)) },
  };
}
