import type { Answers } from '../../shared/panel/questions.ts';
import { evidenceIn } from '../../trace/evidence.ts';
import { recordedWarnings } from '../../trace/warnings/recorded.ts';
import type { Recording } from '../recording.ts';

/** What the linter is to be told. */
export const evidence = ({ threads }: Recording): Answers['evidence'] => ({
  sites: evidenceIn(threads),
  warnings: recordedWarnings(threads.map(({ graph }) => graph)),
});
