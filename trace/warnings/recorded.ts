/** Warnings for those who look at the code: those that can be found in it again. */

import type { RecordedPlace, RecordedWarning } from '../../shared/recorded-warning.ts';
import { counted } from '../../shared/words.ts';
import type { Warning } from './gather.ts';
import type { NamedPlace } from './warning.ts';

/** In the same order. Left out are those of code that is not known, or that nobody changes, as that of packages. */
export const recordedWarnings = (warnings: readonly Warning[]): RecordedWarning[] => warnings.flatMap(recorded);

function recorded({ name, severity, message, advice, site, count, evidence }: Warning): RecordedWarning[] {
  const shown = evidence.flatMap(it => placesOf(it.site).map(place => ({ message: it.message, place })));
  // What a package did is told of its caller.
  const place = placesOf(site)[0] ?? shown[0]?.place;
  if (place === undefined) return [];
  const times = count > 1 ? ` This happened ${counted(count, 'time')}.` : '';
  return [{ name, severity, message: `${message}${times} ${advice}`, place, evidence: shown }];
}

function placesOf(site: NamedPlace | undefined): RecordedPlace[] {
  if (site?.id === undefined) return [];
  const { id, kind = 'frame', file, line, character } = site;
  return [{ id, kind, file, line, character }];
}
