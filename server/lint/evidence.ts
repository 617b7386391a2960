/** What recordings tell of findings: the same code, found again by the names of its sites. */

import { basename } from 'node:path';
import type { FileReport, Finding } from '../../shared/finding.ts';
import { evidenceInWords, type SiteEvidence } from '../../shared/evidence.ts';
import type { ProjectPaths } from '../../shared/trace/project-paths.ts';
import { SITE_KINDS, SiteNames } from '../../shared/trace/site.ts';
import { HIGHER } from './check.ts';

/** What has to be known of the files that are spoken of. */
export interface EvidenceHost {
  /** The text that a file's findings are about; `file` is absolute, with forward slashes. */
  readonly textOf: (file: string) => string | undefined;
  readonly paths: ProjectPaths;
}

export type Found = Pick<FileReport, 'file' | 'findings'>;

export class Evidence {
  readonly #bySite: ReadonlyMap<string, SiteEvidence>;
  /** A first look: nothing is to be said of files of other names. */
  readonly #names: ReadonlySet<string>;
  readonly #host: EvidenceHost;

  constructor(sites: readonly SiteEvidence[], host: EvidenceHost) {
    this.#bySite = new Map(sites.map(it => [it.site, it]));
    this.#names = new Set(sites.map(({ file }) => basename(file)));
    this.#host = host;
  }

  /**
   * The report, with what was seen at run time of each finding.
   * @param raise whether findings that were seen to do harm count for more
   */
  addTo<Report extends Found>(report: Report, raise: boolean): Report {
    if (report.findings.length === 0 || !this.#names.has(basename(report.file))) return report;
    const text = this.#host.textOf(report.file);
    if (text === undefined) return report;
    const names = new SiteNames(this.#host.paths.pathOf(report.file), text);
    return {
      ...report,
      findings: report.findings.map(finding => withEvidence(finding, this.#at(finding, names), raise)),
    };
  }

  /** What begins where a finding begins. */
  #at({ span }: Finding, names: SiteNames): SiteEvidence[] {
    return SITE_KINDS.flatMap(kind => this.#bySite.get(names.nameOf(kind, span.start)) ?? []);
  }
}

function withEvidence(finding: Finding, evidence: readonly SiteEvidence[], raise: boolean): Finding {
  if (evidence.length === 0) return finding;
  const harmful = evidence.some(({ unhandled }) => unhandled > 0);
  const seen = evidence.map(it => ({ span: finding.span, message: evidenceInWords(it) }));
  return {
    ...finding,
    severity: raise && harmful ? HIGHER[finding.severity] : finding.severity,
    related: [...seen, ...finding.related],
  };
}
