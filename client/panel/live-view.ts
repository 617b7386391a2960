// The view in VS Code's panel area: the run that was started or joined last, while it goes on and after that.
import {
  commands,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type WebviewView,
} from 'vscode';
import type { RecordingSource } from '../../shared/panel/messages.ts';
import type { TracedSessions } from '../trace/traced-sessions.ts';
import type { ShownRecordings } from '../trace/shown-recordings.ts';
import { connect, type Connection } from './connect.ts';
import { showPage } from './page.ts';
import { showStart } from './start-page.ts';
import { StoreThread } from './store-thread.ts';

const VIEW = 'asynclens.trace';

interface ShownRun {
  readonly name: string;
  readonly source: RecordingSource;
  readonly store: StoreThread;
  readonly shown: Disposable;
}

export class LiveView implements Disposable {
  readonly #context: ExtensionContext;
  readonly #shown: ShownRecordings;
  readonly #registered: readonly Disposable[];
  /** The run that is shown. */
  #run: ShownRun | undefined;
  #view: WebviewView | undefined;
  #connection: Connection | undefined;

  constructor(context: ExtensionContext, sessions: TracedSessions, shown: ShownRecordings, log: LogOutputChannel) {
    this.#context = context;
    this.#shown = shown;
    this.#registered = [
      sessions.onBegin(run => {
        this.show(run.name, { kind: 'file', file: run.file, state: 'growing' }).catch((error: unknown) =>
          log.error(`The panel was not shown: ${String(error)}`),
        );
      }),
      sessions.onEnd(run => {
        const source = this.#run?.source;
        if (source?.kind === 'file' && source.file === run.file) this.#run?.store.post({ kind: 'ended' });
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#show()),
      window.registerWebviewViewProvider(VIEW, { resolveWebviewView: view => this.#resolve(view) }),
    ];
  }

  dispose(): void {
    for (const it of this.#registered) it.dispose();
    this.#connection?.dispose();
    this.#end();
  }

  /** Shows a run in the place of the one before. `name` is for people. */
  async show(name: string, source: RecordingSource): Promise<void> {
    const store = new StoreThread(this.#context.asAbsolutePath('dist/store.js'), source);
    const before = this.#run;
    const shown = this.#shown.show({ store, reveal: site => this.#reveal(site) });
    this.#run = { name, source, store, shown };
    before?.shown.dispose();
    before?.store.dispose();
    this.#show();
    await commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
  }

  #end(): void {
    this.#run?.shown.dispose();
    this.#run?.store.dispose();
  }

  async #reveal(site: string): Promise<void> {
    this.#connection?.reveal(site);
    await commands.executeCommand(`${VIEW}.focus`);
  }

  #resolve(view: WebviewView): void {
    this.#view = view;
    view.onDidDispose(() => {
      this.#connection?.dispose();
      this.#view = undefined;
    });
    this.#show();
  }

  #show(): void {
    if (this.#view === undefined) return;
    if (this.#run === undefined) return showStart(this.#view.webview, this.#context);
    this.#connection?.dispose();
    this.#connection = connect(this.#view.webview, this.#run.store, () => undefined);
    this.#view.description = this.#run.name;
    // A new page: what the one before knew was about another run.
    showPage(this.#view.webview, this.#context, 'panel');
  }
}
