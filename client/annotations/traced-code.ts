// What the recording that was shown last knows of the code in editors. Asked for once per text, of the store's thread.
import { EventEmitter, workspace, type Disposable, type Event, type TextDocument } from 'vscode';
import type { TracedSite } from '../../shared/panel/code.ts';
import type { ShownRecordings } from '../trace/shown-recordings.ts';

/** Off turns off all that this folder shows. */
const SETTING = 'asynclens.annotateCode';

/** Milliseconds between two looks at a recording that grows. */
const LIVE_INTERVAL = 1000;

interface Known {
  readonly version: number;
  readonly sites: Promise<readonly TracedSite[]>;
}

export class TracedCode implements Disposable {
  readonly #shown: ShownRecordings;
  /** By URI; emptied when the recording is another one, or knows more. */
  #known = new Map<string, Known>();
  #listening: Disposable | undefined;
  #isSoon = false;
  readonly #changes = new EventEmitter<void>();
  readonly #registered: readonly Disposable[];

  /** What was answered is out of date. */
  readonly onChange: Event<void> = this.#changes.event;

  constructor(shown: ShownRecordings) {
    this.#shown = shown;
    this.#registered = [
      shown.onChange(() => this.#listen()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(String(uri))),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(SETTING)) this.#forget();
      }),
    ];
  }

  /** In the document as it is now; none where nothing is recorded of it, or nothing is to be shown. */
  async sitesIn(document: TextDocument): Promise<readonly TracedSite[]> {
    const store = this.#shown.last?.store;
    if (store === undefined || !workspace.getConfiguration(undefined, document).get(SETTING, true)) return [];
    const [key, { version }] = [String(document.uri), document];
    const known = this.#known.get(key);
    if (known?.version === version) return known.sites;
    const file = document.uri.fsPath.replaceAll('\\', '/');
    const sites = store.ask({ kind: 'code', file, text: document.getText() });
    this.#known.set(key, { version, sites });
    return sites;
  }

  dispose(): void {
    this.#listening?.dispose();
    for (const it of [...this.#registered, this.#changes]) it.dispose();
  }

  #listen(): void {
    this.#listening?.dispose();
    this.#listening = this.#shown.last?.store.onMessage(({ kind }) => {
      if (kind === 'complete') this.#forget();
      if (kind === 'changed') this.#forgetSoon();
    });
    this.#forget();
  }

  #forgetSoon(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    setTimeout(() => {
      this.#isSoon = false;
      this.#forget();
    }, LIVE_INTERVAL);
  }

  #forget(): void {
    this.#known = new Map();
    this.#changes.fire();
  }
}
