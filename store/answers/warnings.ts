import type { WarningRow } from '../../shared/panel/questions.ts';
import type { PlacedEvidence, Warning } from '../../trace/warnings/gather.ts';
import { placeOf, type Recording } from '../recording.ts';

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
    evidence: evidence.map(it => evidenceRow(recording, thread, it)),
  };
}

function evidenceRow(recording: Recording, index: number, { message, site, task, from, until }: PlacedEvidence) {
  const thread = recording.threads[index]!;
  return {
    text: message,
    place: placeOf(site),
    ref: task === 0 ? undefined : { thread: index, task },
    window: { from: recording.at(thread, from), until: recording.at(thread, until) },
  };
}
