// The view in VS Code's panel area: the run that was started last, while it goes on and after that.
import {
  commands,
  window,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type WebviewView,
} from 'vscode';
import type { TracedRun, TracedSessions } from '../trace/traced-sessions.ts';
import type { ShownRecordings } from '../trace/shown-recordings.ts';
import { connect, type Connection } from './connect.ts';
import { showPage } from './page.ts';
import { StoreThread } from './store-thread.ts';

const VIEW = 'asynclens.trace';

export class LiveView implements Disposable {
  readonly #context: ExtensionContext;
  readonly #shown: ShownRecordings;
  readonly #registered: readonly Disposable[];
  /** The run that is shown. */
  #run: { readonly run: TracedRun; readonly store: StoreThread; readonly shown: Disposable } | undefined;
  #view: WebviewView | undefined;
  #connection: Connection | undefined;

  constructor(context: ExtensionContext, sessions: TracedSessions, shown: ShownRecordings, log: LogOutputChannel) {
    this.#context = context;
    this.#shown = shown;
    this.#registered = [
      sessions.onBegin(run => {
        this.#begin(run).catch((error: unknown) => log.error(`The panel was not shown: ${String(error)}`));
      }),
      sessions.onEnd(run => {
        if (run.file === this.#run?.run.file) this.#run.store.post({ kind: 'ended' });
      }),
      window.registerWebviewViewProvider(VIEW, { resolveWebviewView: view => this.#resolve(view) }),
    ];
  }

  dispose(): void {
    for (const it of this.#registered) it.dispose();
    this.#connection?.dispose();
    this.#end();
  }

  async #begin(run: TracedRun): Promise<void> {
    const store = new StoreThread(this.#context.asAbsolutePath('dist/store.js'), run.file, 'growing');
    const before = this.#run;
    const shown = this.#shown.show({ store, reveal: site => this.#reveal(site) });
    this.#run = { run, store, shown };
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
    if (this.#view === undefined || this.#run === undefined) return;
    this.#connection?.dispose();
    this.#connection = connect(this.#view.webview, this.#run.store, () => undefined);
    this.#view.description = this.#run.run.name;
    // A new page: what the one before knew was about another run.
    showPage(this.#view.webview, this.#context, 'panel');
  }
}
