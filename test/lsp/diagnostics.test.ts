import assert from 'node:assert/strict';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const SAVE = 'export async function save(): Promise<void> {}\n';
const USE = "import { save } from './save';\nsave();\nexport {};\n";

describe('document diagnostics', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('shows a finding with all that an editor can display of it', async () => {
    editor = await Editor.start({ 'save.ts': SAVE, 'use.ts': USE });
    await editor.open('use.ts');
    const [diagnostic, ...others] = await editor.diagnostics('use.ts');
    assert.deepEqual(others, []);
    assert.match(String(diagnostic!.message), /save\(\)/);
    assert.deepEqual(
      { ...diagnostic, message: '' },
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
        severity: 1,
        code: 'no-floating-promises',
        codeDescription: {
          href: 'https://github.com/asynclens/asynclens/blob/main/docs/rules/no-floating-promises.md',
        },
        source: 'asynclens',
        message: '',
        relatedInformation: [
          {
            location: {
              uri: editor.folder.uriOf('save.ts'),
              range: { start: { line: 0, character: 22 }, end: { line: 0, character: 26 } },
            },
            message: '`save` is declared here',
          },
        ],
      },
    );
  });

  it('shows no finding any more when an edit mends it', async () => {
    editor = await Editor.start({ 'save.ts': SAVE, 'use.ts': USE });
    await editor.open('use.ts');
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
    await editor.edit('use.ts', 'save();', 'await save();');
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('counts characters in UTF-16 code units', async () => {
    editor = await Editor.start({ 'save.ts': SAVE, 'use.ts': USE.replace('save();', '/* 👋 */ save();') });
    await editor.open('use.ts');
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
  });

  it('leaves to TypeScript the conditions that TypeScript reports', async () => {
    const condition = 'declare function isOpen(): Promise<boolean>;\nif (isOpen()) console.log(1);\nexport {};\n';
    editor = await Editor.start({
      'strict/tsconfig.json': '{ "compilerOptions": { "strict": true } }',
      'strict/a.ts': condition,
      'lax/tsconfig.json': '{ "compilerOptions": { "strict": false } }',
      'lax/a.ts': condition,
    });
    await editor.open('strict/a.ts');
    assert.deepEqual(await editor.findings('strict/a.ts'), []);
    await editor.open('lax/a.ts');
    assert.deepEqual(await editor.findings('lax/a.ts'), ['2: isOpen()']);
  });

  it('greys out a comment that silences nothing', async () => {
    editor = await Editor.start(
      { 'use.ts': '// asynclens-disable-next-line no-floating-promises -- not needed\nexport {};\n' },
      { settings: { reportUnusedSuppressions: 'warn' } },
    );
    await editor.open('use.ts');
    const [diagnostic] = await editor.diagnostics('use.ts');
    assert.deepEqual([diagnostic!.severity, diagnostic!.tags], [2, [1]]);
  });

  it('says that nothing changed when nothing did', async () => {
    editor = await Editor.start({ 'save.ts': SAVE, 'use.ts': USE });
    await editor.open('use.ts');
    const first = await editor.pull('use.ts');
    const again = await editor.pull('use.ts', first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
  });

  it('has nothing to say about documents that it does not know', async () => {
    editor = await Editor.start({ 'notes.md': 'save();' });
    assert.deepEqual(await editor.diagnostics('never-opened.ts'), []);
    await editor.open('notes.md');
    assert.deepEqual(await editor.diagnostics('notes.md'), []);
  });

  it('gives up an analysis that an edit makes stale, and asks to be asked again', async () => {
    editor = await Editor.start({ 'save.ts': SAVE, 'use.ts': USE });
    await editor.open('use.ts');
    await editor.findings('use.ts');
    const compiler = await editor.compiler();
    process.kill(compiler, 'SIGSTOP');
    await editor.edit('use.ts', 'save();', 'save( );');
    const stale = editor.pull('use.ts');
    await editor.edit('use.ts', 'save( );', 'await save();');
    await assert.rejects(stale, { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    process.kill(compiler, 'SIGCONT');
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('asks for a refresh when an edit in one file may matter in another', async () => {
    editor = await Editor.start({ 'save.ts': 'export function save(): void {}\n', 'use.ts': USE });
    await editor.open('save.ts');
    await editor.open('use.ts');
    assert.deepEqual(await editor.findings('use.ts'), []);
    await editor.edit('save.ts', 'function save(): void', 'async function save(): Promise<void>');
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
  });

  it('asks for a refresh when a file changed on disk', async () => {
    editor = await Editor.start({ 'save.ts': SAVE, 'use.ts': USE });
    await editor.open('use.ts');
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
    await editor.changeOnDisk('save.ts', 'export function save(): void {}\n');
    await editor.refreshes.next();
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('resolves imports of an untitled document from the workspace folder', async () => {
    editor = await Editor.start({ 'save.ts': SAVE });
    await editor.open('Untitled-1.ts', USE, 'untitled:Untitled-1');
    assert.deepEqual(await editor.findings('Untitled-1.ts'), ['2: save();']);
    const [diagnostic] = await editor.diagnostics('Untitled-1.ts');
    const [fix] = await editor.codeActions('Untitled-1.ts', diagnostic!.range);
    assert.deepEqual(fix!.edit!.documentChanges!.map(change => 'textDocument' in change && change.textDocument), [
      { uri: 'untitled:Untitled-1', version: 1 },
    ]);
  });
});

describe('an editor that does not ask for diagnostics', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('is sent them on open, on edits and when another file changed, and none after the close', async () => {
    editor = await Editor.start(
      { 'save.ts': SAVE, 'use.ts': USE },
      { capabilities: { workspace: { workspaceFolders: true } } },
    );
    const findings = async (): Promise<readonly (string | number | undefined)[]> => {
      const { diagnostics } = await editor.published.next(({ uri }) => uri === editor.folder.uriOf('use.ts'));
      return diagnostics.map(({ code }) => code);
    };
    await editor.open('use.ts');
    assert.deepEqual(await findings(), ['no-floating-promises']);
    await editor.edit('use.ts', 'save();', 'await save();');
    assert.deepEqual(await findings(), []);
    await editor.edit('use.ts', 'await save();', 'save();');
    assert.deepEqual(await findings(), ['no-floating-promises']);
    await editor.changeOnDisk('save.ts', 'export function save(): void {}\n');
    assert.deepEqual(await findings(), []);
    await editor.close('use.ts');
    assert.deepEqual(await findings(), []);
  });
});
