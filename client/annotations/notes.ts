// Notes at the ends of lines where tasks wait, and how hot the lines are, beside their numbers.
import {
  Range,
  ThemeColor,
  window,
  workspace,
  languages,
  type DecorationOptions,
  type Disposable,
  type LogOutputChannel,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { Heat, TracedSite } from '../../shared/panel/code.ts';
import { runsAsTask } from '../../shared/trace/site.ts';
import { SOURCES } from '../documents.ts';
import { heatIcon, HEATS, type What } from './heat-icons.ts';
import type { TracedCode } from './traced-code.ts';
import { note } from './words.ts';

/** Milliseconds without an edit after which the text is looked at again. */
const REST = 150;

export class Notes implements Disposable {
  readonly #code: TracedCode;
  readonly #log: LogOutputChannel;
  readonly #notes = window.createTextEditorDecorationType({
    after: { color: new ThemeColor('asynclens.noteForeground'), margin: '0 0 0 2em', fontStyle: 'italic' },
  });
  readonly #heats = new Map(HEATS.map(it => [`${it.what} ${it.heat}`, heatDecoration(it.what, it.heat)]));
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #registered: readonly Disposable[];

  constructor(code: TracedCode, log: LogOutputChannel) {
    this.#code = code;
    this.#log = log;
    this.#registered = [
      code.onChange(() => window.visibleTextEditors.forEach(editor => this.#drawSoon(editor, 0))),
      window.onDidChangeVisibleTextEditors(editors => editors.forEach(editor => this.#drawSoon(editor, 0))),
      workspace.onDidChangeTextDocument(({ document }) => {
        const showing = window.visibleTextEditors.filter(editor => editor.document === document);
        for (const editor of showing) this.#drawSoon(editor, REST);
      }),
    ];
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const it of [...this.#registered, this.#notes, ...this.#heats.values()]) it.dispose();
  }

  /** Once for several wishes in a row. */
  #drawSoon(editor: TextEditor, delay: number): void {
    const key = `${editor.viewColumn ?? ''} ${String(editor.document.uri)}`;
    clearTimeout(this.#timers.get(key));
    const draw = (): void => {
      this.#timers.delete(key);
      this.#draw(editor).catch((error: unknown) => this.#log.error(`Notes are not shown: ${String(error)}`));
    };
    this.#timers.set(key, setTimeout(draw, delay));
  }

  async #draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (languages.match(SOURCES, document) === 0) return;
    const { version } = document;
    const sites = await this.#code.sitesIn(document);
    // Whoever has edited it meanwhile has asked again.
    if (document.version !== version) return;
    editor.setDecorations(this.#notes, notesIn(editor, sites));
    for (const [key, decoration] of this.#heats) {
      const lines = hottestByLine(sites).filter(site => keyOf(site) === key).map(({ line }) => line);
      editor.setDecorations(decoration, lines.map(line => new Range(line, 0, line, 0)));
    }
  }
}

const keyOf = ({ kind, heat }: TracedSite): string => `${runsAsTask(kind) ? 'running' : 'waiting'} ${heat}`;

function notesIn({ document }: TextEditor, sites: readonly TracedSite[]): DecorationOptions[] {
  const byLine = new Map<number, string[]>();
  for (const site of [...sites].sort((a, b) => a.character - b.character)) {
    const text = note(site);
    if (text !== undefined) byLine.set(site.line, [...(byLine.get(site.line) ?? []), text]);
  }
  return Array.from(byLine, ([line, texts]) => {
    const { end } = document.lineAt(line).range;
    return { range: new Range(end, end), renderOptions: { after: { contentText: texts.join(' | ') } } };
  });
}

/** A line has room for one sign. */
function hottestByLine(sites: readonly TracedSite[]): TracedSite[] {
  const byLine = new Map<number, TracedSite>();
  for (const site of sites) {
    if (site.heat > (byLine.get(site.line)?.heat ?? 0)) byLine.set(site.line, site);
  }
  return [...byLine.values()];
}

function heatDecoration(what: What, heat: Heat): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    gutterIconSize: 'contain',
    dark: { gutterIconPath: heatIcon(what, heat, 'dark') },
    light: { gutterIconPath: heatIcon(what, heat, 'light') },
  });
}
