/** What the last run of the user's program tells of findings: the client sends it whenever there is news. */

import { existsSync, readFileSync } from 'node:fs';
import type { Connection } from 'vscode-languageserver/node';
import { EVIDENCE_NOTIFICATION, type EvidenceParams } from '../../shared/requests.ts';
import { ProjectPaths } from '../../shared/trace/project-paths.ts';
import { Evidence, type Found } from '../lint/evidence.ts';
import type { Changes } from './changes.ts';
import type { Documents } from './documents.ts';
import type { Settings } from './settings.ts';

export class EvidenceOfRuns {
  readonly #settings: Settings;
  #evidence: Evidence | undefined;

  constructor(connection: Connection, documents: Documents, settings: Settings, changes: Changes) {
    this.#settings = settings;
    const textOf = (file: string): string | undefined => documents.ofFile(file)?.text.getText() ?? textOnDisk(file);
    connection.onNotification(EVIDENCE_NOTIFICATION, ({ sites }: EvidenceParams) => {
      const paths = new ProjectPaths(folder => existsSync(`${folder}/package.json`));
      this.#evidence = sites.length === 0 ? undefined : new Evidence(sites, { textOf, paths });
      changes.note('outside');
    });
  }

  /** A report's findings, with what was seen of them. */
  addTo<Report extends Found>(report: Report): Report {
    if (this.#evidence === undefined) return report;
    return this.#evidence.addTo(report, this.#settings.for(report.file).raiseSeverityByEvidence);
  }
}

/** A file may be gone since it was linted: there is then nothing to be said of it. */
function textOnDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
