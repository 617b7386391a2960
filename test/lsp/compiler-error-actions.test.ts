import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const FILES = {
  'load.ts': 'export async function load(): Promise<number> { return 1; }\n',
  'use.ts':
    "import { load } from './load';\n" +
    'export async function use(n = 0): Promise<void> {\n' +
    '  n = load();\n' +
    '  console.log(n);\n' +
    '}\n',
};
const N = { start: { line: 2, character: 2 }, end: { line: 2, character: 3 } };
const NOT_ASSIGNABLE: Diagnostic = {
  range: N,
  message: "Type 'Promise<number>' is not assignable to type 'number'.",
  source: 'ts',
  code: 2322,
};

describe('code actions for errors of the compiler', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start(FILES);
    await editor.open('use.ts');
  });
  afterEach(() => editor.stop());

  const actionsFor = (diagnostic: Diagnostic): Promise<readonly CodeAction[]> =>
    editor.codeActions('use.ts', N, ['quickfix'], [diagnostic]);

  it('mend an error that somebody else published', async () => {
    const [action, ...others] = await actionsFor(NOT_ASSIGNABLE);
    assert.deepEqual(others, []);
    assert.equal(action!.title, 'Await the promise');
    assert.equal(action!.isPreferred, true);
    assert.deepEqual(action!.diagnostics, [NOT_ASSIGNABLE]);
    const [change] = action!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.edits, [
      { range: { start: { line: 2, character: 6 }, end: { line: 2, character: 6 } }, newText: 'await ' },
    ]);
  });

  it('know the error by its code however it is spelt', async () => {
    for (const spelling of [{ code: '2322', source: 'typescript' }, { code: 'TS2322' }]) {
      const actions = await actionsFor({ ...NOT_ASSIGNABLE, ...spelling });
      assert.deepEqual(actions.map(({ title }) => title), ['Await the promise']);
    }
  });

  it('are for the compiler only', async () => {
    assert.deepEqual(await actionsFor({ ...NOT_ASSIGNABLE, source: 'eslint' }), []);
    assert.deepEqual(await actionsFor({ ...NOT_ASSIGNABLE, code: 1005 }), []);
  });

  it('are not given for an error that the text no longer has', async () => {
    await editor.edit('use.ts', '= load()', '= await load()');
    assert.deepEqual(await actionsFor(NOT_ASSIGNABLE), []);
  });

  it('are not given twice where our own finding has the same fix', async () => {
    await editor.edit('use.ts', 'n = load()', 'n = await 1');
    const range = { start: { line: 2, character: 6 }, end: { line: 2, character: 13 } };
    const noEffect = { range, message: "'await' has no effect …", source: 'ts', code: 80007 };
    const actions = await editor.codeActions('use.ts', range, ['quickfix'], [noEffect]);
    assert.equal(actions.filter(({ title }) => /^Remove/.test(title)).length, 1);
  });
});
