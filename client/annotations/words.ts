// What is said of a place in the code, as short as it can be.
import type { TracedSite } from '../../shared/panel/code.ts';
import { PENDING } from '../../shared/evidence.ts';
import type { SiteKind } from '../../shared/trace/site.ts';
import { counted, duration, grouped } from '../../shared/words.ts';

/** Milliseconds of a thread that are worth a word. */
const WORTH_TELLING = 1;

/** Above a function: `12 calls · p50 35 ms · p95 120 ms · ran 5.0 ms · 2 rejected`. */
export function lensTitle(site: TracedSite): string {
  const { running } = site;
  const ran = running < WORTH_TELLING ? [] : [`ran ${duration(running)}`];
  return [counted(site.count, 'call'), ...times(site), ...ran, ...outcomes(site)].join(' · ');
}

const NOTE: Partial<Readonly<Record<SiteKind, string>>> = {
  await: '',
  forAwait: '',
  using: 'disposed of ',
  discard: 'dropped ',
};

/** Behind a line where something waits or is dropped; `undefined` for what needs no note. */
export function note(site: TracedSite): string | undefined {
  const what = NOTE[site.kind];
  if (what === undefined) return undefined;
  return [`${what}${grouped(site.count)}×`, ...times(site), ...outcomes(site)].join(' · ');
}

function times({ durations, count, pending }: TracedSite): string[] {
  if (durations === undefined) return [];
  const { median, p95, most } = durations;
  return count - pending === 1 ? [duration(most)] : [`p50 ${duration(median)}`, `p95 ${duration(p95)}`];
}

const NEVER: Readonly<Record<SiteKind, string>> = {
  function: 'never ended',
  generator: 'never ended',
  module: 'never ended',
  await: 'never went on',
  forAwait: 'never went on',
  yield: 'never went on',
  yieldAll: 'never went on',
  using: 'never went on',
  discard: 'never settled',
};

/** `1 never ended (since 50 ms)`, `3 still waiting (the first since 50 ms)`; times are those of the panel's axis. */
function pendingInWords({ kind, pending, pendingSince, isOver }: TracedSite): string {
  const since =
    pendingSince === undefined ? '' : ` (${pending > 1 ? 'the first ' : ''}since ${duration(pendingSince)})`;
  return `${grouped(pending)} ${(isOver ? NEVER : PENDING)[kind]}${since}`;
}

function outcomes(site: TracedSite): string[] {
  const { rejected, unhandled, pending } = site;
  const lost = unhandled > 0 ? ` (${grouped(unhandled)} unhandled)` : '';
  return [
    ...(rejected > 0 || unhandled > 0 ? [`${grouped(rejected)} rejected${lost}`] : []),
    ...(pending > 0 ? [pendingInWords(site)] : []),
  ];
}
