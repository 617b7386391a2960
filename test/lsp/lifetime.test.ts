import assert from 'node:assert/strict';
import { Editor } from './editor.ts';
import type { Transport } from './server-process.ts';

/** An editor whose server has a compiler running, and that compiler's process id. */
async function withCompiler(transport: Transport = 'stdio'): Promise<[Editor, number]> {
  const editor = await Editor.start({ 'use.ts': 'export {};\n' }, { transport });
  await editor.open('use.ts');
  await editor.findings('use.ts');
  return [editor, await editor.compiler()];
}

describe('no process is left', () => {
  it('after a shutdown', async () => {
    const [editor] = await withCompiler();
    assert.equal(await editor.stop(), 0);
  });

  it('after a shutdown while the compiler does not answer', async () => {
    const [editor, compiler] = await withCompiler();
    process.kill(compiler, 'SIGSTOP');
    await editor.edit('use.ts', 'export {};', 'export { };');
    const unanswered = assert.rejects(editor.findings('use.ts'));
    assert.equal(await editor.stop(), 0);
    await unanswered;
  });

  for (const transport of ['stdio', 'node-ipc'] as const) {
    it(`when the editor at the other end of ${transport} is gone without a word`, async () => {
      const [editor] = await withCompiler(transport);
      editor.server.hangUp();
      assert.equal(await editor.server.ended, 1);
      editor.folder.remove();
    });
  }

  it('when the editor is gone while the compiler does not answer', async () => {
    const [editor, compiler] = await withCompiler();
    process.kill(compiler, 'SIGSTOP');
    await editor.edit('use.ts', 'export {};', 'export { };');
    const unanswered = assert.rejects(editor.findings('use.ts'));
    editor.server.hangUp();
    assert.equal(await editor.server.ended, 1);
    await unanswered;
    editor.folder.remove();
  });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    it(`when the server gets ${signal}`, async () => {
      const [editor] = await withCompiler();
      editor.server.signal(signal);
      await editor.server.ended;
      editor.connection.dispose();
      editor.folder.remove();
    });
  }
});
