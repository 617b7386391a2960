import assert from 'node:assert/strict';
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  WorkDoneProgress,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { Editor } from './editor.ts';
import { Inbox } from './inbox.ts';

const FLOATING = 'export async function save(): Promise<void> {}\nsave();\n';
const WORKSPACE = { settings: { workspaceDiagnostics: true } };

/** More files than the server lints in one go, each of which keeps it busy for a while. */
const many = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`file-${index}.ts`, FLOATING + 'save();\n'.repeat(100)]),
  );

/** Result ids as an editor sends them back. */
const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): { uri: string; value: string }[] =>
  items.map(({ uri, resultId }) => ({ uri, value: resultId! }));

const counts = (editor: Editor, items: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, number> =>
  Object.fromEntries(
    items.map(item => [item.uri.slice(editor.folder.uri.length + 1), item.kind === 'full' ? item.items.length : -1]),
  );

describe('workspace diagnostics', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const ask = (previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> =>
    editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });

  it('cover files that are not open', async () => {
    editor = await Editor.start({ 'bad.ts': FLOATING, 'good.ts': 'export {};\n' }, WORKSPACE);
    const { items } = await ask();
    assert.deepEqual(counts(editor, items), { 'bad.ts': 1, 'good.ts': 0 });
  });

  it('say nothing when they are switched off', async () => {
    editor = await Editor.start({ 'bad.ts': FLOATING });
    assert.deepEqual(await ask(), { items: [] });
  });

  it('clear the findings of a document that was closed, when they are switched off', async () => {
    editor = await Editor.start({ 'bad.ts': FLOATING });
    await editor.open('bad.ts');
    assert.deepEqual(await editor.findings('bad.ts'), ['2: save();']);
    await editor.close('bad.ts');
    assert.deepEqual(counts(editor, (await ask()).items), { 'bad.ts': 0 });
    assert.deepEqual(await ask(), { items: [] });
  });

  it('tell only what changed since the editor asked last', async () => {
    editor = await Editor.start({ 'a.ts': FLOATING, 'b.ts': FLOATING }, WORKSPACE);
    const first = await ask();
    assert.deepEqual(await ask(idsOf(first.items)), { items: [] });
    await editor.changeOnDisk('a.ts', FLOATING.replace('\nsave', '\nawait save'));
    const second = await ask(idsOf(first.items));
    assert.deepEqual(counts(editor, second.items), { 'a.ts': 0 });
  });

  it('clear the findings of files that are gone', async () => {
    editor = await Editor.start({ 'a.ts': FLOATING }, WORKSPACE);
    const gone = { uri: editor.folder.uriOf('gone.ts'), value: 'some result' };
    assert.deepEqual(counts(editor, (await ask([gone])).items), { 'a.ts': 1, 'gone.ts': 0 });
  });

  it('come bit by bit, with progress', async () => {
    editor = await Editor.start(many(), WORKSPACE);
    const parts: WorkspaceDocumentDiagnosticReport[][] = [];
    const progress: string[] = [];
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'results', ({ items }) => {
      parts.push(items);
    });
    editor.connection.onProgress(WorkDoneProgress.type, 'progress', ({ kind }) => {
      progress.push(kind);
    });
    const rest = await editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      partialResultToken: 'results',
      workDoneToken: 'progress',
    });
    assert.deepEqual(rest, { items: [] });
    assert.ok(parts.length > 1, `${parts.length} part`);
    assert.equal(parts.flat().length, 100);
    assert.equal(progress[0], 'begin');
    assert.equal(progress.at(-1), 'end');
    assert.ok(progress.filter(kind => kind === 'report').length > 1);
  });

  it('end when the editor cancels them', async () => {
    editor = await Editor.start(many(), WORKSPACE);
    const source = new CancellationTokenSource();
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'results', () => source.cancel());
    const cancelled = editor.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [], partialResultToken: 'results' },
      source.token,
    );
    await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
  });

  /** Asks for everything, and waits for the first part of it. */
  const askForMany = async (): Promise<{ readonly everything: Promise<WorkspaceDiagnosticReport> }> => {
    editor = await Editor.start({ ...many(), 'open.ts': FLOATING }, WORKSPACE);
    await editor.open('open.ts');
    const parts = new Inbox<unknown>();
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'results', part => parts.add(part));
    const params = { previousResultIds: [], partialResultToken: 'results' };
    const everything = editor.connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    await parts.next();
    return { everything };
  };

  it('let an open document go first', async () => {
    const { everything } = await askForMany();
    const order: string[] = [];
    const inTurn = [
      everything.finally(() => order.push('everything')),
      editor.findings('open.ts').finally(() => order.push('document')),
    ];
    await Promise.all(inTurn);
    assert.deepEqual(order, ['document', 'everything']);
  });

  it('are given up when a document is edited, and asked for again', async () => {
    const { everything } = await askForMany();
    await editor.edit('open.ts', '\nsave();', '\nawait save();');
    await assert.rejects(everything, { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    const { items } = await ask();
    assert.equal(items.length, 101);
    assert.deepEqual(counts(editor, items)['open.ts'], 0);
  });
});
