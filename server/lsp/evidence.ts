/** What the last run of the user's program tells of the code: the client sends it whenever there is news. */

import { existsSync, readFileSync } from 'node:fs';
import type { Connection } from 'vscode-languageserver/node';
import type { Finding } from '../../shared/finding.ts';
import { EVIDENCE_NOTIFICATION, type EvidenceParams } from '../../shared/requests.ts';
import { localFile } from '../../shared/trace/local-file.ts';
import { ProjectPaths } from '../../shared/trace/project-paths.ts';
import { Evidence, type Found } from '../lint/evidence.ts';
import { RecordedWarnings } from '../lint/recorded-warnings.ts';
import type { Changes } from './changes.ts';
import type { Documents } from './documents.ts';
import type { Settings } from './settings.ts';

/** A file may be gone since it was linted: there is then nothing to be said of it. */
function textOnDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

export class EvidenceOfRuns {
  readonly #settings: Settings;
  #last: { readonly evidence: Evidence; readonly warnings: RecordedWarnings } | undefined;

  constructor(connection: Connection, documents: Documents, settings: Settings, changes: Changes) {
    this.#settings = settings;
    connection.onNotification(EVIDENCE_NOTIFICATION, ({ sites, warnings }: EvidenceParams) => {
      const host = {
        textOf: (file: string) => documents.ofFile(file)?.text.getText() ?? textOnDisk(file),
        paths: new ProjectPaths(folder => existsSync(`${folder}/package.json`)),
        locate: (file: string) => localFile(file, settings.roots.map(({ folder }) => folder), existsSync),
      };
      this.#last = { evidence: new Evidence(sites, host), warnings: new RecordedWarnings(warnings, host) };
      changes.note('outside');
    });
  }

  /** A report's findings, with what was seen of them. */
  addTo<Report extends Found>(report: Report): Report {
    return this.#last?.evidence.addTo(report, this.#settings.for(report.file).raiseSeverityByEvidence) ?? report;
  }

  /** The files that run-time warnings are about, whether they are open or not. */
  get warnedFiles(): readonly string[] {
    return this.#last?.warnings.files ?? [];
  }

  /** The run-time warnings about the code of a file as it is now. */
  warningsIn(file: string): readonly Finding[] {
    const { enable, runtimeWarnings } = this.#settings.for(file);
    return enable && runtimeWarnings ? (this.#last?.warnings.findingsIn(file) ?? []) : [];
  }
}
