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

/** More files than the server lints in one go. */
const many = (): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`file-${index}.ts`, FLOATING]));

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

  it('let a document go first, and are asked for again after an edit', async () => {
    editor = await Editor.start({ ...many(), 'open.ts': FLOATING }, WORKSPACE);
    await editor.open('open.ts');
    const parts = new Inbox<unknown>();
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'results', part => parts.add(part));
    const order: string[] = [];
    const workspace = editor.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: 'results' })
      .finally(() => order.push('workspace'));
    const rejected = assert.rejects(workspace, { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    await parts.next();
    await editor.edit('open.ts', 'save();', 'await save();');
    const document = editor.findings('open.ts').finally(() => order.push('document'));
    assert.deepEqual(await document, []);
    await rejected;
    assert.deepEqual([...order].sort(), ['document', 'workspace']);
    const again = await ask();
    assert.equal(again.items.length, 101);
  });
});
