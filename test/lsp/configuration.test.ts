import assert from 'node:assert/strict';
import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';
import { Folder } from './folder.ts';

const USE = 'export async function save(): Promise<void> {}\nsave();\n';
const OFF = '{ "rules": { "no-floating-promises": "off" } }';
const BROKEN = '{ "rules": { "no-floating-promises": "loud" } }';

describe('settings', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('count for the documents of the folder, and when they change the editor is told to look again', async () => {
    editor = await Editor.start({ 'use.ts': USE }, { settings: { rules: { 'no-floating-promises': 'warn' } } });
    await editor.open('use.ts');
    assert.equal((await editor.diagnostics('use.ts'))[0]!.severity, 2);
    await editor.configure({ rules: { 'no-floating-promises': 'off' } });
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('switch everything off', async () => {
    editor = await Editor.start({ 'use.ts': USE }, { settings: { enable: false } });
    await editor.open('use.ts');
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    assert.deepEqual(await editor.findings('use.ts'), []);
    assert.deepEqual(await editor.codeActions('use.ts', everywhere), []);
  });

  it('come with the first request from an editor that cannot be asked for them', async () => {
    editor = await Editor.start(
      { 'use.ts': USE },
      {
        capabilities: { textDocument: { diagnostic: {} } },
        initializationOptions: { settings: { rules: { 'no-floating-promises': 'hint' } } },
      },
    );
    await editor.open('use.ts');
    assert.equal((await editor.diagnostics('use.ts'))[0]!.severity, 4);
  });

  it('are asked for again when a folder joins the workspace', async () => {
    editor = await Editor.start({ 'use.ts': USE });
    await editor.open('use.ts');
    const added = new Folder({});
    editor.settings = { rules: { 'no-floating-promises': 'info' } };
    await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: added.uri, name: 'added' }], removed: [] },
    });
    await editor.refreshes.next();
    assert.equal((await editor.diagnostics('use.ts'))[0]!.severity, 3);
    added.remove();
  });
});

describe('asynclens.json', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('counts as it is being typed', async () => {
    editor = await Editor.start({ 'use.ts': USE, 'asynclens.json': '{}' });
    await editor.open('use.ts');
    await editor.open('asynclens.json');
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
    await editor.edit('asynclens.json', '{}', OFF);
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('shows its mistakes in itself, where the last good configuration stays in force', async () => {
    editor = await Editor.start({ 'use.ts': USE, 'asynclens.json': OFF });
    await editor.open('use.ts');
    await editor.open('asynclens.json');
    assert.deepEqual(await editor.findings('use.ts'), []);
    await editor.edit('asynclens.json', '"off"', '"loud"');
    const [problem, ...others] = await editor.diagnostics('asynclens.json');
    assert.deepEqual(others, []);
    assert.equal(editor.document('asynclens.json').getText(problem!.range), '"loud"');
    assert.deepEqual(await editor.findings('use.ts'), []);
    await editor.edit('asynclens.json', '"loud"', '"off"');
    assert.deepEqual(await editor.diagnostics('asynclens.json'), []);
  });

  it('shows its mistakes also when nothing else is open', async () => {
    editor = await Editor.start({ 'asynclens.json': BROKEN });
    await editor.open('asynclens.json');
    assert.equal((await editor.diagnostics('asynclens.json')).length, 1);
  });

  it('has its mistakes published while it is not open, and cleared when it is mended', async () => {
    editor = await Editor.start({ 'use.ts': USE, 'asynclens.json': BROKEN });
    const isConfig = ({ uri }: { readonly uri: string }): boolean => uri === editor.folder.uriOf('asynclens.json');
    await editor.open('use.ts');
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
    const broken = await editor.published.next(isConfig);
    assert.deepEqual(broken.diagnostics.map(({ severity, source }) => [severity, source]), [[1, 'asynclens']]);
    await editor.changeOnDisk('asynclens.json', OFF);
    assert.deepEqual((await editor.published.next(isConfig)).diagnostics, []);
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('takes its published mistakes back when it is opened, and shows them again when it is closed', async () => {
    editor = await Editor.start({ 'use.ts': USE, 'asynclens.json': BROKEN });
    const isConfig = ({ uri }: { readonly uri: string }): boolean => uri === editor.folder.uriOf('asynclens.json');
    await editor.open('use.ts');
    await editor.findings('use.ts');
    assert.equal((await editor.published.next(isConfig)).diagnostics.length, 1);
    await editor.open('asynclens.json');
    assert.equal((await editor.published.next(isConfig)).diagnostics.length, 0);
    assert.equal((await editor.diagnostics('asynclens.json')).length, 1);
    await editor.close('asynclens.json');
    assert.equal((await editor.published.next(isConfig)).diagnostics.length, 1);
  });
});

describe('a pack of the project', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const FILES = {
    'asynclens.json': '{ "packs": ["./ours.pack.json"] }',
    'ours.pack.json': '{ "module": "./jobs.ts", "selfHandledCalls": ["start"] }',
    'jobs.ts': 'export declare function start(): Promise<void>;\n',
    'use.ts': "import { start } from './jobs';\nstart();\n",
  };

  it('counts as it is being typed, and while it is wrong as it was before', async () => {
    editor = await Editor.start(FILES);
    await editor.open('use.ts');
    await editor.open('ours.pack.json');
    assert.deepEqual(await editor.findings('use.ts'), []);
    await editor.edit('ours.pack.json', '["start"]', '"start"');
    const [problem, ...others] = await editor.diagnostics('ours.pack.json');
    assert.deepEqual(others, []);
    assert.equal(editor.document('ours.pack.json').getText(problem!.range), '"start"');
    assert.deepEqual(await editor.findings('use.ts'), []);
    await editor.edit('ours.pack.json', '"start"', '["stop"]');
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), ['2: start();']);
    assert.deepEqual(await editor.diagnostics('ours.pack.json'), []);
  });

  it('counts when it changes on the disk', async () => {
    editor = await Editor.start(FILES);
    await editor.open('use.ts');
    assert.deepEqual(await editor.findings('use.ts'), []);
    await editor.changeOnDisk('ours.pack.json', '{ "module": "./jobs.ts" }');
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), ['2: start();']);
  });
});
