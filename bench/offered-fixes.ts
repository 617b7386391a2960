/** The fixes in a SARIF report, each with the texts that it makes of the files it touches. */

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface OfferedFix {
  readonly rule: string;
  readonly title: string;
  /** Where the finding is; `line` and `column` are 1-based. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The whole new text of each file that the fix changes. */
  readonly changes: ReadonlyMap<string, string>;
}

/** What is read of a SARIF log. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface SarifLog {
  readonly runs: readonly { readonly results: readonly SarifResult[] }[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly locations: readonly [{ readonly physicalLocation: { artifactLocation: Artifact; region: Region } }];
  readonly fixes?: readonly SarifFix[];
}

interface SarifFix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly {
    readonly artifactLocation: Artifact;
    readonly replacements: readonly Replacement[];
  }[];
}

interface Replacement {
  readonly deletedRegion: Region;
  readonly insertedContent: { readonly text: string };
}

interface Artifact {
  readonly uri: string;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** @param folder absolute; URIs in the log are relative to it */
export function offeredFixes(log: SarifLog, folder: string): readonly OfferedFix[] {
  const fileOf = ({ uri }: Artifact): string => fileURLToPath(new URL(uri, `${pathToFileURL(folder).href}/`));
  const results = log.runs.flatMap(run => run.results);
  return results.flatMap(({ ruleId, locations: [{ physicalLocation: at }], fixes = [] }) =>
    fixes.map(({ description, artifactChanges }) => ({
      rule: ruleId,
      title: description.text,
      file: fileOf(at.artifactLocation),
      line: at.region.startLine,
      column: at.region.startColumn,
      changes: new Map(
        artifactChanges.map(({ artifactLocation, replacements }) => {
          const file = fileOf(artifactLocation);
          return [file, replaced(readFileSync(file, 'utf8'), replacements)];
        }),
      ),
    })),
  );
}

/** Replacements do not overlap; two at one place stand in the order of the list. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const body = text.replace(/^\uFEFF/, '');
  const lineEnds = [...body.matchAll(/\r\n|[\r\n\u2028\u2029]/g)];
  const lineStarts = [0, ...lineEnds.map(({ index, 0: characters }) => index + characters.length)];
  const edits = replacements.map(({ deletedRegion: region, insertedContent }) => ({
    start: lineStarts[region.startLine - 1]! + region.startColumn - 1,
    end: lineStarts[region.endLine - 1]! + region.endColumn - 1,
    text: insertedContent.text,
  }));
  let result = '';
  let done = 0;
  for (const { start, end, text: inserted } of edits.sort((a, b) => a.start - b.start)) {
    result += body.slice(done, start) + inserted;
    done = end;
  }
  return result + body.slice(done);
}
