// What the panel says before anything was recorded: how to begin.
import { workspace, type ExtensionContext, type Webview } from 'vscode';
import { attach } from '../commands/attach.ts';
import { debugWithTrace } from '../commands/debug-with-trace.ts';
import { openRecording } from '../commands/open-recording.ts';
import { traceFile } from '../commands/trace-file.ts';
import { traceScript } from '../commands/trace-script.ts';
import { showText } from './page.ts';

interface Way {
  readonly id: string;
  readonly title: string;
  /** What it does, and where else it is to be found. */
  readonly does: string;
}

const RUNS: readonly Way[] = [
  {
    id: traceScript.id,
    title: 'Trace an npm script…',
    does: 'runs it. The same as “Trace” above a script in package.json.',
  },
  {
    id: traceFile.id,
    title: 'Trace the file in the editor',
    does: 'runs it. The same as the pulse in the editor’s title.',
  },
  {
    id: debugWithTrace.id,
    title: 'Debug with async trace…',
    does: 'starts a launch configuration for Node. Breakpoints stop as ever.',
  },
  {
    id: attach.id,
    title: 'Attach to a recording process…',
    does: 'shows what a program does that <code>asynclens trace -- node app.js</code> runs in a terminal.',
  },
];

const OPEN: Way = {
  id: openRecording.id,
  title: 'Open a recording…',
  does: 'shows a file <code>*.asynclens</code> or <code>asynclens.trace</code>.',
};

const TRUST: Way = {
  id: 'workbench.trust.manage',
  title: 'Trust this folder…',
  does: 'lets its programs be run: in Restricted Mode, none is.',
};

export function showStart(webview: Webview, context: ExtensionContext): void {
  const ways = [...(workspace.isTrusted ? RUNS : [TRUST]), OPEN];
  const items = ways.map(({ id, title, does }) => `<li><a href="command:${id}">${title}</a> ${does}</li>`);
  const body = `<main class="start">
      <h1>Nothing is recorded yet</h1>
      <p>Run a Node program, and see here what its async functions wait for, which line holds them up, and what goes wrong.</p>
      <ul>${items.join('')}</ul>
    </main>`;
  showText(webview, context, body, ways.map(({ id }) => id));
}
