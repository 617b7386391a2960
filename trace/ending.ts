/** How processes ended, in sentences for people. */

import { reasonInWords } from '../shared/trace/reason.ts';
import type { Stream } from '../shared/trace/recording.ts';
import { typeScriptAdvice } from './typescript-advice.ts';

/** So many failures are told one by one. */
const TOLD = 3;

type Ended = Pick<Stream, 'info' | 'end' | 'reasons'>;

/** What came to a bad end, the first ones one by one. @param streams those of a recording that is complete */
export function failuresIn(streams: readonly Ended[]): string[] {
  const failures = streams.flatMap((it, at) => failureOf(it) ?? (at === 0 ? cutOf(it) : undefined) ?? []);
  const more = failures.length - TOLD;
  return more > 0 ? [...failures.slice(0, TOLD), `And ${more} more ended like that.`] : failures;
}

/** `app.js 80`: what runs, without folders, and its first argument. */
export function programOf({ info: { argv } }: Pick<Stream, 'info'>): string {
  const names = argv.slice(1, 3).map(it => it.split(/[\\/]/).at(-1)!);
  return names.join(' ') || 'node';
}

/**
 * Whether the recording ended and the process ran on, as after `asynclens attach`. What had not ended may have since.
 */
export const ranOn = ({ info, end }: Pick<Stream, 'info' | 'end'>): boolean =>
  info.thread === 0 && end !== undefined && end.exitCode === undefined;

/** What a process said of its end itself; `undefined` where all is well. */
function failureOf(stream: Ended): string | undefined {
  const { info, end } = stream;
  if (info.thread !== 0 || end === undefined) return undefined;
  const program = nameOf(stream);
  const { exitCode = 0, fatal } = end;
  if (fatal !== undefined) return `${program} failed with exit code ${exitCode}: ${reasonIn(stream, fatal.reason)}`;
  if (exitCode === UNSETTLED_AWAIT)
    return `${program} ended with exit code ${exitCode}: a top-level \`await\` never resumed.`;
  return exitCode === 0 ? undefined : `${program} ended with exit code ${exitCode}.`;
}

/** Processes that were started by others are often ended by a signal when they have done their work. */
const cutOf = (stream: Ended): string | undefined =>
  stream.end === undefined
    ? `${nameOf(stream)} did not come to its end: a signal ended it (Ctrl+C, \`kill\`), or Node crashed.`
    : undefined;

const nameOf = (stream: Ended): string => `\`${programOf(stream)}\` (process ${stream.info.pid})`;

/** Node's own: see its documentation of `process`. */
const UNSETTLED_AWAIT = 13;

/** As the end of a sentence, and where to look on. */
function reasonIn({ info, reasons }: Ended, index: number): string {
  const reason = reasons.get(index);
  if (reason === undefined) return 'nobody handled an error.';
  const elsewhere = reason.name === 'SyntaxError' ? ' Its output says where.' : '';
  return `${reasonInWords(reason).replace(/\.$/, '')}.${typeScriptAdvice(info, reason) ?? elsewhere}`;
}
