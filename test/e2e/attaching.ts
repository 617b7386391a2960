import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { commands, extensions, type CodeLens, type TextDocument } from 'vscode';
import { projects } from './project.ts';
import { until } from './squiggles.ts';
import { isWarnedOf } from './warned-of.ts';

/** Runs a task, which nobody awaits, whenever something comes. */
const PROGRAM = [
  "import { once } from 'node:events';",
  'async function work() {',
  '  await null;',
  '}',
  'async function run() {',
  "  process.stdin.on('data', async () => {",
  '    work();',
  '  });',
  "  await once(process.stdin, 'end');",
  '}',
  'console.log(process.pid);',
  'await run();',
  '',
].join('\n');

describe('a process that is being recorded', () => {
  const project = projects();

  it('is shown from when somebody attaches to it', async () => {
    const { open, uri } = await project({ 'package.json': '{ "type": "module" }', 'main.js': PROGRAM });
    const document = await open('main.js');
    const cli = join(extensions.getExtension('asynclens.asynclens')!.extensionPath, 'dist', 'cli.js');
    const child = spawn('node', [
      cli,
      'trace',
      '--out',
      uri('run.asynclens').fsPath,
      '--',
      'node',
      uri('main.js').fsPath,
    ]);
    const [pid] = (await once(child.stdout, 'data')) as [Buffer];
    await commands.executeCommand('asynclens.attach', Number(String(pid)));
    // The task that runs already is known as soon as the process is heard of.
    let titles: string[] = [];
    while (titles.length === 0) titles = await lenses(document);
    assert.match(titles[0]!, / 1 not finished \(since [\d.]+ m?s\)$/);
    child.stdin.end('once');
    await once(child, 'close');
    await until(() => isWarnedOf(document));
    assert.ok(isWarnedOf(document));
    assert.match((await lenses(document))[0]!, /^\$\(pulse\) 1 call · /);
  });
});

async function lenses({ uri }: TextDocument): Promise<string[]> {
  const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return all.map(({ command }) => command!.title);
}
