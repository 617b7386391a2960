import assert from 'node:assert/strict';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';

const FLOATING = 'export async function save(): Promise<void> {}\nsave();\n';

describe('recovery', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('starts a compiler that was killed again, with one message and the same findings', async () => {
    editor = await Editor.start({ 'use.ts': '' });
    await editor.open('use.ts', FLOATING);
    const before = await editor.diagnostics('use.ts');
    process.kill(await editor.compiler(), 'SIGKILL');
    await editor.edit('use.ts', 'save();', 'save( );');
    await editor.edit('use.ts', 'save( );', 'save();');
    assert.deepEqual(await editor.diagnostics('use.ts'), before);
    await editor.logs.next(line => line.startsWith('The TypeScript compiler was started again'));
    assert.deepEqual(editor.logs.waiting, []);
    assert.deepEqual(editor.messages.waiting, []);
  });

  it('ends a compiler that does not answer, and goes on with a new one', async () => {
    editor = await Editor.start({ 'use.ts': FLOATING }, { initializationOptions: { silenceLimit: 500 } });
    await editor.open('use.ts');
    const before = await editor.diagnostics('use.ts');
    process.kill(await editor.compiler(), 'SIGSTOP');
    await editor.edit('use.ts', 'save();', 'save( );');
    await editor.edit('use.ts', 'save( );', 'save();');
    assert.deepEqual(await editor.diagnostics('use.ts'), before);
    await editor.logs.next(line => line.startsWith('No sign of life'));
  });

  it('says once that it stopped when the compiler cannot be kept alive, and how to go on', async () => {
    editor = await Editor.start({ 'use.ts': FLOATING });
    await editor.open('use.ts');
    let lives = 0;
    const killAll = async (): Promise<never> => {
      for (;;) {
        await editor.findings('use.ts');
        process.kill(await editor.compiler(), 'SIGKILL');
        lives++;
        await editor.edit('use.ts', 'save();', 'save();');
      }
    };
    await assert.rejects(killAll(), { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: false } });
    assert.ok(lives > 1, `given up after ${lives} lives`);
    assert.match(await editor.messages.next(), /^Asynclens stopped: .*compiler.*[Rr]estart/s);
    assert.equal((await editor.statuses.next(({ state }) => state.kind === 'failed')).findings, 1);
    await assert.rejects(editor.findings('use.ts'), { code: LSPErrorCodes.ServerCancelled });
    assert.deepEqual(editor.messages.waiting, []);
  });

  it('answers a request that makes no sense with an error, and the next one as ever', async () => {
    editor = await Editor.start({ 'use.ts': FLOATING });
    await editor.open('use.ts');
    await assert.rejects(editor.connection.sendRequest('textDocument/diagnostic', {}));
    assert.deepEqual(await editor.findings('use.ts'), ['2: save();']);
  });
});

describe('while an analysis takes its time', () => {
  it('answers at once what needs none', async () => {
    const editor = await Editor.start({ 'use.ts': FLOATING });
    await editor.open('use.ts');
    await editor.findings('use.ts');
    const compiler = await editor.compiler();
    process.kill(compiler, 'SIGSTOP');
    await editor.edit('use.ts', 'save();', 'save( );');
    const slow = editor.findings('use.ts');
    assert.deepEqual(await editor.diagnostics('not-open.ts'), []);
    process.kill(compiler, 'SIGCONT');
    assert.deepEqual(await slow, ['2: save( );']);
    await editor.stop();
  });
});
