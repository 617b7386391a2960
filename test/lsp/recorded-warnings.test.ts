import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { RecordedPlace, RecordedWarning } from '../../shared/recorded-warning.ts';
import { EVIDENCE_NOTIFICATION } from '../../shared/requests.ts';
import { SiteNames, type PlaceKind } from '../../shared/trace/site.ts';
import { Editor } from './editor.ts';

const SHOP = [
  'export async function total(ids: string[]) {',
  '  let sum = 0;',
  '  for (const id of ids) sum += await price(id);',
  '  return sum;',
  '}',
  'async function price(id: string) {',
  '  return id.length;',
  '}',
  '',
].join('\n');

/** The place where `text` begins first. It was recorded on another machine. */
function placeOf(text: string, kind: PlaceKind, program = SHOP): RecordedPlace {
  const before = program.slice(0, program.indexOf(text)).split('\n');
  const place = { line: before.length - 1, character: before.at(-1)!.length };
  return { id: new SiteNames('src/shop.ts', program).nameOf(kind, place), kind, file: '/build/src/shop.ts', ...place };
}

const SEQUENTIAL: RecordedWarning = {
  name: 'sequential-awaits',
  severity: 'info',
  message: '`total` awaits `price` 9 times in a row.',
  place: placeOf('await price', 'await'),
  evidence: [{ message: 'waits for `price`', place: placeOf('async function price', 'function') }],
};

describe('warnings of the last run', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const start = async (settings = {}): Promise<void> => {
    editor = await Editor.start({ 'package.json': '{}', 'src/shop.ts': SHOP }, { settings });
  };
  const tell = (...warnings: RecordedWarning[]) =>
    editor.connection.sendNotification(EVIDENCE_NOTIFICATION, { sites: [], warnings });
  const published = async () => {
    const { diagnostics } = await editor.published.next(({ uri }) => uri === editor.folder.uriOf('src/shop.ts'));
    return diagnostics;
  };

  it('are shown in the code, with their evidence and their page', async () => {
    await start();
    await editor.open('src/shop.ts');
    await tell(SEQUENTIAL);
    const [diagnostic, ...others] = await editor.diagnostics('src/shop.ts');
    assert.deepEqual(others, []);
    const { range, severity, source, code, codeDescription, message, relatedInformation } = diagnostic!;
    assert.deepEqual(range, { start: { line: 2, character: 31 }, end: { line: 2, character: 46 } });
    assert.deepEqual([severity, source, code], [3, 'asynclens-trace', 'sequential-awaits']);
    assert.match(codeDescription!.href, /docs\/warnings\/sequential-awaits\.md$/);
    assert.equal(message, SEQUENTIAL.message);
    assert.deepEqual(
      relatedInformation!.map(it => [it.message, it.location.range.start.line]),
      [['waits for `price`', 5]],
    );
  });

  it('follow the code when it moves, and end with it', async () => {
    await start();
    await editor.open('src/shop.ts');
    await tell(SEQUENTIAL);
    await editor.edit('src/shop.ts', 'export async', '// In cents.\nexport async');
    assert.deepEqual(await editor.findings('src/shop.ts'), ['4: await price(id)']);
    await editor.edit('src/shop.ts', 'await price(id)', 'await price(id.trim())');
    assert.deepEqual(await editor.findings('src/shop.ts'), []);
  });

  it('are silenced by a comment that names them, which is of use', async () => {
    await start({ reportUnusedSuppressions: 'warn' });
    await editor.open('src/shop.ts');
    await tell(SEQUENTIAL);
    await editor.edit(
      'src/shop.ts',
      '  for (',
      '  // asynclens-disable-next-line no-blocking-call -- it does not\n  for (',
    );
    const codes = async () => (await editor.diagnostics('src/shop.ts')).map(({ code }) => code);
    assert.deepEqual(await codes(), ['unused-suppression', 'sequential-awaits']);
    await editor.edit('src/shop.ts', 'no-blocking-call -- it does not', 'sequential-awaits -- prices change meanwhile');
    assert.deepEqual(await codes(), []);
  });

  it('are published for a file that is not open, until it changes', async () => {
    await start();
    await tell(SEQUENTIAL);
    assert.deepEqual((await published()).map(({ code }) => code), ['sequential-awaits']);
    await editor.changeOnDisk('src/shop.ts', SHOP.replace('await price(id)', '1'));
    assert.deepEqual(await published(), []);
  });

  it('are not shown twice when the file is opened, and stay when it is closed', async () => {
    await start();
    await tell(SEQUENTIAL);
    assert.equal((await published()).length, 1);
    await editor.open('src/shop.ts');
    assert.deepEqual(await published(), []);
    assert.equal((await editor.diagnostics('src/shop.ts')).length, 1);
    await editor.close('src/shop.ts');
    assert.equal((await published()).length, 1);
  });

  it('have quick fixes, and lead to their tasks and their page', async () => {
    const text = SHOP.replace(
      'for (const id of ids) sum += await price(id);',
      'for (const id of ids) await price(id);',
    );
    editor = await Editor.start({ 'package.json': '{}', 'src/shop.ts': text });
    await editor.open('src/shop.ts');
    await tell({ ...SEQUENTIAL, place: placeOf('await price', 'await', text) });
    const [{ range }] = (await editor.diagnostics('src/shop.ts')) as [Diagnostic];
    const actions = await editor.codeActions('src/shop.ts', range);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Start all, and await them with `Promise.all`',
        'Disable sequential-awaits for this line',
        'Disable sequential-awaits for the whole file',
        'Show in Trace',
        'Open the page of sequential-awaits',
      ],
    );
    assert.deepEqual(actions[0]!.diagnostics!.map(({ source }) => source), ['asynclens-trace']);
  });

  it('are turned off by a setting', async () => {
    await start({ runtimeWarnings: false });
    await editor.open('src/shop.ts');
    await tell(SEQUENTIAL);
    assert.deepEqual(await editor.diagnostics('src/shop.ts'), []);
  });
});
