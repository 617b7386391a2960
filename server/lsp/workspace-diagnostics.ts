/** `workspace/diagnostic`: the findings of all files, for those who want them. */

import type {
  CancellationToken,
  Diagnostic,
  WorkDoneProgressReporter,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import type { FileReport } from '../../shared/finding.ts';
import { answering } from './answering.ts';
import { resultIdOf, toDiagnostics } from './diagnostics.ts';
import { GivenUp } from './job.ts';
import type { Session } from './session.ts';

/** Files per job: a document's own job waits for one of these at most. */
const CHUNK = 20;

/** What the files of a workspace showed when nothing had changed since `generation`. */
interface Overview {
  readonly generation: number;
  readonly items: ReadonlyMap<string, readonly Diagnostic[]>;
}

type Emit = (reports: WorkspaceDocumentDiagnosticReport[]) => void;

class WorkspaceDiagnostics {
  readonly #session: Session;
  /** Closed since the editor asked last: it still shows what was found in them. */
  readonly #closed = new Set<string>();
  #overview: Overview | undefined;

  constructor(session: Session) {
    this.#session = session;
    session.documents.onOpen(({ uri }) => this.#closed.delete(uri));
    session.documents.onClose(({ document }) => this.#closed.add(document.uri));
  }

  /**
   * Emits what differs from what the editor has (`previous`: result ids by URI).
   * Editors ask every few seconds: as long as nothing changed, the answer comes from the last overview.
   */
  async report(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    emit: Emit,
  ): Promise<void> {
    const emitNews = (entries: Iterable<readonly [string, readonly Diagnostic[]]>): void => {
      const news = [...entries].map(entry => this.#asReport(...entry));
      emit(news.filter(({ uri, resultId }) => previous.get(uri) !== resultId));
    };
    const { generation } = this.#session.changes;
    if (this.#overview?.generation === generation) {
      emitNews(this.#overview.items);
    } else {
      const items = new Map<string, readonly Diagnostic[]>();
      for await (const reports of this.#lint(generation, token, progress)) {
        const entries = reports.map(report => this.#asEntry(report));
        for (const [uri, diagnostics] of entries) items.set(uri, diagnostics);
        emitNews(entries);
      }
      this.#overview = { generation, items };
    }
    const { items } = this.#overview;
    const gone = [...previous.keys(), ...this.#closed].filter(uri => !items.has(uri));
    emit([...new Set(gone)].map(uri => this.#asReport(uri, [])));
    this.#closed.clear();
  }

  async *#lint(
    generation: number,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): AsyncGenerator<readonly FileReport[]> {
    const { analysis, changes, settings, status } = this.#session;
    const wanted = settings.roots.map(({ folder }) => folder).filter(folder => {
      const { enable, workspaceDiagnostics } = settings.for(folder);
      return enable && workspaceDiagnostics;
    });
    if (wanted.length === 0) return;
    progress.begin('Asynclens', 0, 'Finding files', true);
    try {
      const files = await analysis.ask({ kind: 'filesUnder', paths: wanted }, 'workspace', token);
      for (let start = 0; start < files.length; start += CHUNK) {
        if (changes.generation !== generation) throw new GivenUp('stale');
        progress.report((100 * start) / files.length, `${start} of ${files.length} files`);
        const chunk = files.slice(start, start + CHUNK);
        const reports = await analysis.ask({ kind: 'lint', files: chunk }, 'workspace', token);
        status.linted(chunk, reports);
        yield reports;
      }
    } finally {
      progress.done();
    }
  }

  #asEntry(report: FileReport): readonly [string, readonly Diagnostic[]] {
    return [this.#session.documents.uriOf(report.file), toDiagnostics(report, this.#session)];
  }

  #asReport(uri: string, diagnostics: readonly Diagnostic[]): WorkspaceDocumentDiagnosticReport {
    const version = this.#session.documents.get(uri)?.text.version ?? null;
    const items = [...diagnostics];
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: resultIdOf(items), items };
  }
}

export function serveWorkspaceDiagnostics(session: Session): void {
  const workspace = new WorkspaceDiagnostics(session);
  session.connection.languages.diagnostics.onWorkspace((params, token, progress, partial) =>
    answering(session, 'ask again', async () => {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const emit: Emit = reports => {
        if (partial === undefined) items.push(...reports);
        else if (reports.length > 0) partial.report({ items: reports });
      };
      const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
      await workspace.report(previous, token, progress, emit);
      return { items };
    }),
  );
}
