// The view in VS Code's panel area: the run that was started last, while it goes on and after that.
import {
  commands,
  EventEmitter,
  window,
  type Disposable,
  type Event,
  type ExtensionContext,
  type LogOutputChannel,
  type WebviewView,
} from 'vscode';
import type { TracedRun, TracedSessions } from '../trace/traced-sessions.ts';
import { connect } from './connect.ts';
import { showPage } from './page.ts';
import { StoreThread } from './store-thread.ts';

const VIEW = 'asynclens.trace';

export class LiveView implements Disposable {
  readonly #context: ExtensionContext;
  readonly #registered: readonly Disposable[];
  /** The run that is shown. */
  #run: { readonly run: TracedRun; readonly store: StoreThread } | undefined;
  #view: WebviewView | undefined;
  #connection: Disposable | undefined;
  readonly #completes = new EventEmitter<StoreThread>();

  /** The recording of a run was read to its end. */
  readonly onComplete: Event<StoreThread> = this.#completes.event;

  constructor(context: ExtensionContext, sessions: TracedSessions, log: LogOutputChannel) {
    this.#context = context;
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
    for (const it of [...this.#registered, this.#completes]) it.dispose();
    this.#connection?.dispose();
    this.#run?.store.dispose();
  }

  async #begin(run: TracedRun): Promise<void> {
    this.#run?.store.dispose();
    const store = new StoreThread(this.#context.asAbsolutePath('dist/store.js'), run.file, 'growing');
    this.#run = { run, store };
    store.onMessage(message => {
      if (message.kind === 'complete') this.#completes.fire(store);
    });
    this.#show();
    await commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
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
    this.#connection = connect(this.#view.webview, this.#run.store);
    this.#view.description = this.#run.run.name;
    // A new page: what the one before knew was about another run.
    showPage(this.#view.webview, this.#context);
  }
}
