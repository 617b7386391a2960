import type { Answers } from '../../shared/panel/questions.ts';
import { recordedWarnings } from '../../trace/warnings/recorded.ts';
import type { Recording } from '../recording.ts';

/** What the linter is to be told. */
export const evidence = ({ evidence: sites, warnings }: Recording): Answers['evidence'] => ({
  sites,
  warnings: recordedWarnings(warnings),
});
