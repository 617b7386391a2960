/** All kinds of warnings, by name. A test sees to it that none is missing here. */

import { eventLoopBlock } from './event-loop-block.ts';
import { leakedRaceTimer } from './leaked-race-timer.ts';
import { longSuspension } from './long-suspension.ts';
import { microtaskStarvation } from './microtask-starvation.ts';
import { neverAwaited } from './never-awaited.ts';
import { neverResumes } from './never-resumes.ts';
import { readyButWaiting } from './ready-but-waiting.ts';
import { sequentialAwaits } from './sequential-awaits.ts';
import { suspendedAtExit } from './suspended-at-exit.ts';
import { unboundedFanOut } from './unbounded-fan-out.ts';
import { unhandledRejection } from './unhandled-rejection.ts';
import type { WarningKind } from './warning.ts';

export const WARNING_KINDS: readonly WarningKind[] = [
  eventLoopBlock,
  leakedRaceTimer,
  longSuspension,
  microtaskStarvation,
  neverAwaited,
  neverResumes,
  readyButWaiting,
  sequentialAwaits,
  suspendedAtExit,
  unboundedFanOut,
  unhandledRejection,
];
