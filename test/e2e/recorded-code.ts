import assert from 'node:assert/strict';
import {
  commands,
  languages,
  Position,
  Range,
  workspace,
  WorkspaceEdit,
  type CodeLens,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { append, projects } from './project.ts';
import { setting } from './settings.ts';
import { until } from './squiggles.ts';
import { isWarnedOf } from './warned-of.ts';

const PROGRAM = [
  'const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));',
  'async function load(id) {',
  '  await sleep(1);',
  '  return id;',
  '}',
  'async function main() {',
  '  for (const id of [1, 2, 3]) await load(id);',
  '  load(4);',
  '}',
  'await main();',
  'export {};',
  '',
].join('\n');

describe('the code of a recorded run', () => {
  const project = projects();

  /** Runs the program, and resolves when its code shows that. */
  async function traced(): Promise<TextDocument> {
    const { open } = await project({ 'package.json': '{}', 'main.mjs': PROGRAM });
    const document = await open('main.mjs');
    await commands.executeCommand('asynclens.traceFile');
    await until(() => isWarnedOf(document));
    return document;
  }

  it('says above each function how often it was called', async () => {
    const document = await traced();
    const [load, main, ...others] = await lenses(document);
    assert.match(load!, /^1: \$\(pulse\) 4 calls · p50 [\d.]+ m?s · p95 [\d.]+ m?s/);
    assert.match(main!, /^5: \$\(pulse\) 1 call · [\d.]+ m?s/);
    assert.deepEqual(others, []);
  });

  it('says nothing of a function that has changed, and follows the others', async () => {
    const document = await traced();
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), '// Loads.\n');
    edit.replace(document.uri, new Range(1, 0, 1, 20), 'async function load(it, id');
    await workspace.applyEdit(edit);
    assert.deepEqual((await lenses(document)).map(lens => lens.slice(0, 18)), ['6: $(pulse) 1 call']);
  });

  it('tells the story of an await where the mouse is', async () => {
    const document = await traced();
    const [text, ...others] = await hovers(document, new Position(6, 33));
    assert.deepEqual(others, []);
    assert.match(text!, /^In the last run\\: awaited 3×/);
    assert.match(text!, /\n- it waits for \\`load\\` 3×/);
    assert.match(text!, /\[Show in Trace\]\(command:asynclens\.showInTrace\?/);
  });

  it('is warned of at its place, together with what a rule says of it', async () => {
    const document = await traced();
    const all = languages
      .getDiagnostics(document.uri)
      .map(({ source, range }) => `${source}: ${document.getText(range)}`);
    assert.deepEqual(all, ['asynclens: load(4);']);
    await append(document, 'load(5);\n');
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(7, 0, 7, 10), '  await load(4);');
    await workspace.applyEdit(edit);
    await until(() => !isWarnedOf(document));
    assert.ok(!isWarnedOf(document));
  });

  it('shows nothing when that is turned off', async () => {
    const document = await traced();
    await setting('asynclens.annotateCode', false);
    assert.deepEqual(await lenses(document), []);
    assert.deepEqual(await hovers(document, new Position(6, 33)), []);
  });
});

/** Ours, as `line: title`. */
async function lenses({ uri }: TextDocument): Promise<string[]> {
  const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  const own = all.filter(({ command }) => command?.command === 'asynclens.showInTrace');
  return own.map(({ range, command }) => `${range.start.line}: ${command!.title}`);
}

async function hovers({ uri }: TextDocument, at: Position): Promise<string[]> {
  const all = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
  const texts = all.flatMap(({ contents }) => contents).map(content => (content as MarkdownString).value);
  return texts.filter(text => text.includes('In the last run'));
}
