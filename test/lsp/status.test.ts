import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Editor } from './editor.ts';

const FLOATING = 'export async function save(): Promise<void> {}\nsave();\n';

describe('the status', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('tells the project, the findings and the memory once a document was analysed', async () => {
    editor = await Editor.start({ 'use.ts': FLOATING });
    await editor.open('use.ts');
    await editor.findings('use.ts');
    const { project, findings, memory } = await editor.statuses.next(
      ({ state, findings: found }) => state.kind === 'ready' && found > 0,
    );
    assert.equal(project, join(editor.folder.path, 'tsconfig.json'));
    assert.equal(findings, 1);
    assert.ok(memory.server > 10_000_000, `${memory.server} bytes`);
    assert.ok(memory.compiler > 10_000_000, `${memory.compiler} bytes`);
  });

  it('counts findings no more once their document is closed', async () => {
    editor = await Editor.start({ 'use.ts': FLOATING });
    await editor.open('use.ts');
    await editor.findings('use.ts');
    await editor.statuses.next(({ findings }) => findings === 1);
    await editor.close('use.ts');
    await editor.statuses.next(({ findings }) => findings === 0);
  });

  it('says that a long analysis is under way', async () => {
    editor = await Editor.start({ 'use.ts': FLOATING });
    await editor.open('use.ts');
    await editor.findings('use.ts');
    const compiler = await editor.compiler();
    process.kill(compiler, 'SIGSTOP');
    await editor.edit('use.ts', 'save();', 'save( );');
    const findings = editor.findings('use.ts');
    const { state } = await editor.statuses.next(status => status.state.kind === 'analysing');
    assert.deepEqual(state, { kind: 'analysing', what: 'use.ts' });
    process.kill(compiler, 'SIGCONT');
    await findings;
    await editor.statuses.next(status => status.state.kind === 'ready');
  });
});

describe('the editor is asked to watch', () => {
  it('files and settings', async () => {
    const editor = await Editor.start({});
    await editor.statuses.next(({ state }) => state.kind === 'ready');
    assert.deepEqual(editor.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
    await editor.stop();
  });
});
