/** Works out the fixes of many findings at once. */

import type { Fix } from '../../shared/finding.ts';
import type { Program } from '../engine/program.ts';
import type { Report } from '../rules/rule.ts';
import { toFix, type Places } from './findings.ts';
import type { FixVerification } from './fix-verification.ts';

/** `safe`: those that need no look; `all`: besides, suggestions that type-check. */
export type FixesWanted = 'none' | 'safe' | 'all';

/** The fixes of each report that has any. */
export function fixesOf(
  program: Program,
  reports: readonly Report[],
  wanted: FixesWanted,
  places: Places,
  verification: FixVerification,
): ReadonlyMap<Report, readonly Fix[]> {
  if (wanted === 'none') return new Map();
  const drafted = program.run(reports.map(report => report.fixes()));
  const all = drafted.flatMap((drafts, i) =>
    drafts.map(draft => {
      const { proof, usedIn = [] } = draft;
      return { report: reports[i]!, titleAlone: draft.titleAlone, proof, usedIn, fix: toFix(draft, places) };
    }),
  );
  const doubtful = wanted === 'all' ? all.filter(({ proof }) => proof === 'type-check') : [];
  const accepted = verification.accepted(doubtful);
  const good = all.filter(({ proof, fix }) =>
    wanted === 'safe' ? fix.kind === 'safe' : proof === 'construction' || accepted.has(fix),
  );
  const fixes = new Map<Report, Fix[]>();
  for (const { report, fix, titleAlone } of good) {
    const isAlone = titleAlone !== undefined && good.every(other => other.report !== report || other.fix === fix);
    fixes.set(report, [...(fixes.get(report) ?? []), isAlone ? { ...fix, title: titleAlone } : fix]);
  }
  return fixes;
}
