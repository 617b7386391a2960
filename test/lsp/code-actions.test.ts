import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { FIX_ALL_REQUEST, SHOW_WHAT_BLOCKS_COMMAND } from '../../shared/requests.ts';
import { Editor } from './editor.ts';

const FILES = {
  'save.ts': 'export async function save(): Promise<void> {}\n',
  'use.ts': "import { save } from './save';\nexport async function saveTwice() {\n  save();\n  save();\n}\n",
};
const FILE = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
const FIRST_SAVE = { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } };

/** The edits of a code action that changes one document. */
function editsOf(action: CodeAction): readonly TextEdit[] {
  const [change, ...others] = action.edit!.documentChanges as TextDocumentEdit[];
  assert.deepEqual(others, []);
  return change!.edits as TextEdit[];
}

describe('code actions', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start(FILES);
    await editor.open('use.ts');
  });
  afterEach(() => editor.stop());

  it('offers fixes of the finding at the cursor, the likeliest first, then silence, then its page', async () => {
    const actions = await editor.codeActions('use.ts', FIRST_SAVE);
    const titles = actions.map(({ title }) => title);
    assert.match(titles[0]!, /await/i);
    assert.deepEqual(titles.slice(-3), [
      'Disable no-floating-promises for this line',
      'Disable no-floating-promises for the whole file',
      'Open the page of no-floating-promises',
    ]);
    assert.deepEqual(actions.filter(({ isPreferred }) => isPreferred), [actions[0]]);
    assert.deepEqual(new Set(actions.map(({ kind }) => kind)), new Set(['quickfix']));
    assert.deepEqual(actions.at(-1)!.command!.arguments, ['no-floating-promises']);
  });

  it('mends the finding by the preferred fix', async () => {
    const [fix] = await editor.codeActions('use.ts', FIRST_SAVE);
    await editor.apply('use.ts', editsOf(fix!));
    assert.deepEqual(await editor.findings('use.ts'), ['4: save();']);
  });

  it('prefers none where all there is to do is to say that nothing is wrong, and says why', async () => {
    const spin = 'function spin(): void {\n  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);\n}\n';
    editor.folder.write('asynclens.json', '{ "rules": { "no-blocking-call": "warn" } }');
    editor.folder.write('spin.ts', `${spin}export async function turn() {\n  spin();\n}\n`);
    await editor.open('spin.ts');
    const actions = await editor.codeActions('spin.ts', {
      start: { line: 4, character: 2 },
      end: { line: 4, character: 2 },
    });
    assert.equal(
      actions[0]?.title,
      'Mark `spin` as `@nonblocking` (`Atomics.wait` has no counterpart that does the same here)',
    );
    assert.deepEqual(actions.filter(({ isPreferred }) => isPreferred), []);
  });

  it('silences the finding by a comment', async () => {
    const actions = await editor.codeActions('use.ts', FIRST_SAVE);
    const forLine = actions.find(({ title }) => title === 'Disable no-floating-promises for this line');
    await editor.apply('use.ts', editsOf(forLine!));
    assert.deepEqual(await editor.findings('use.ts'), ['5: save();']);
    const forFile = actions.find(({ title }) => title === 'Disable no-floating-promises for the whole file');
    await editor.apply('use.ts', editsOf(forFile!));
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('names the version of the document that its edits are for', async () => {
    await editor.edit('use.ts', 'saveTwice', 'saveBoth');
    const [fix] = await editor.codeActions('use.ts', FIRST_SAVE);
    const [change] = fix!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri: editor.folder.uriOf('use.ts'), version: 2 });
  });

  it('mends all findings that are safe to mend, when asked for source actions', async () => {
    const [fixAll, ...others] = await editor.codeActions('use.ts', FILE, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(fixAll!.kind, 'source.fixAll.asynclens');
    await editor.apply('use.ts', editsOf(fixAll!));
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('computes no kind that was not asked for', async () => {
    assert.deepEqual(await editor.codeActions('use.ts', FILE, ['refactor']), []);
    assert.deepEqual(await editor.codeActions('use.ts', FILE, ['source.organizeImports']), []);
    const quickFixes = await editor.codeActions('use.ts', FILE, ['quickfix']);
    assert.equal(quickFixes.some(({ kind }) => kind !== 'quickfix'), false);
  });

  it('answers the request of the fix-all command with plain edits', async () => {
    const uri = editor.folder.uriOf('use.ts');
    await editor.apply('use.ts', await editor.connection.sendRequest<TextEdit[]>(FIX_ALL_REQUEST, { uri }));
    assert.equal(editor.document('use.ts').getText().match(/await save/g)!.length, 2);
    assert.deepEqual(await editor.connection.sendRequest(FIX_ALL_REQUEST, { uri }), []);
  });
});

describe('fixes that change several files', () => {
  const CHAIN = {
    'tsconfig.json': '{}',
    'node.d.ts': `
declare module 'node:fs' { export function readFileSync(file: string): string }
declare module 'node:fs/promises' { export function readFile(file: string): Promise<string> }
`,
    'read.ts': "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('a');\n",
    'use.ts': "import { read } from './read';\nexport async function use() {\n  return read();\n}\n",
  };
  const READ = { start: { line: 2, character: 9 }, end: { line: 2, character: 9 } };
  const CHAINED = {
    'read.ts':
      "import { readFileSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\n" +
      "export const read = async () => await readFile('a');\n",
    'use.ts': "import { read } from './read';\nexport async function use() {\n  return await read();\n}\n",
  };
  let editor: Editor;
  afterEach(() => editor.stop());

  async function chainFix(): Promise<CodeAction> {
    const workspace = { workspaceFolders: true, workspaceEdit: { changeAnnotationSupport: {} } };
    const capabilities = { textDocument: { diagnostic: {} }, workspace };
    editor = await Editor.start(CHAIN, { capabilities });
    for (const name of ['read.ts', 'use.ts']) await editor.open(name);
    const actions = await editor.codeActions('use.ts', READ);
    return actions.find(({ title }) => title.startsWith('Make the chain async'))!;
  }

  it('make a chain of functions async that leads to a blocking call', async () => {
    const { title, edit } = await chainFix();
    assert.match(title, /\(in 2 files\)$/);
    // What is to be agreed to, VS Code does not tick: who applied it then would change nothing.
    assert.equal(edit!.changeAnnotations, undefined);
    for (const [name, text] of Object.entries(CHAINED)) {
      const change = (edit!.documentChanges as TextDocumentEdit[]).find(
        ({ textDocument }) => textDocument.uri === editor.folder.uriOf(name),
      );
      await editor.apply(name, change!.edits as TextEdit[]);
      assert.equal(editor.document(name).getText(), text);
    }
    assert.deepEqual(await editor.findings('use.ts'), []);
  });

  it('stand beside a command that shows what blocks', async () => {
    await chainFix();
    const actions = await editor.codeActions('use.ts', READ);
    const { command } = actions.find(({ title }) => title === 'Show what blocks here')!;
    assert.equal(command!.command, SHOW_WHAT_BLOCKS_COMMAND);
    const range = { start: READ.start, end: { line: 2, character: 13 } };
    assert.deepEqual(command!.arguments, [{ uri: editor.folder.uriOf('use.ts'), range }]);
  });
});
