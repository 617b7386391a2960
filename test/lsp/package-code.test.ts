import assert from 'node:assert/strict';
import type { BlockingDirection } from '../../shared/blocking-paths.ts';
import { BLOCKING_ROOT_REQUEST, BLOCKING_ROWS_REQUEST, type WireBlockingRow } from '../../shared/requests.ts';
import { PROJECT_WITH_PACKAGES, READS, READS_NOTHING } from '../unit/package-project.ts';
import { Editor } from './editor.ts';

const SERVICE = `import { load } from 'settings';
export async function start() {
  return read('a');
}
function read(name: string) {
  return load(name);
}
`;

describe('the JavaScript of packages, in an editor', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start(
      { ...PROJECT_WITH_PACKAGES, 'service.ts': SERVICE, 'package-lock.json': '{}' },
      { settings: { rules: { 'no-blocking-call': ['warn', { dependencies: true }] } } },
    );
    await editor.open('service.ts');
  });
  afterEach(() => editor.stop());

  const placeOf = (uri: string, line: number): string => `${uri.slice(editor.folder.uri.length + 1)}:${line + 1}`;

  it('tells a finding the way, to places that can be opened', async () => {
    const [finding] = await editor.diagnostics('service.ts');
    const way = finding!.relatedInformation!.map(
      ({ location: { uri, range }, message }) => `${placeOf(uri, range.start.line)} ${message}`,
    );
    assert.deepEqual(way, [
      'service.ts:6 `load` is called here',
      'node_modules/settings/index.js:2 `text` is called here',
      'node_modules/text/index.js:2 `readFileSync` reads a file here',
    ]);
  });

  it('is followed while somebody types', async () => {
    await editor.edit('service.ts', 'return load(name);', 'return name;');
    assert.deepEqual(await editor.findings('service.ts'), []);
    await editor.edit('service.ts', 'return name;', 'return load(name.trim());');
    assert.deepEqual(await editor.findings('service.ts'), ['3: read']);
  });

  it('is read again when packages were installed', async () => {
    assert.deepEqual(await editor.findings('service.ts'), ['3: read']);
    editor.folder.write('node_modules/text/index.js', READS_NOTHING);
    await editor.changeOnDisk('package-lock.json', '{ "version": 2 }');
    assert.deepEqual(await editor.findings('service.ts'), []);
    editor.folder.write('node_modules/text/index.js', READS);
    await editor.changeOnDisk('package-lock.json', '{ "version": 3 }');
    assert.deepEqual(await editor.findings('service.ts'), ['3: read']);
  });

  describe('is part of the tree of blocking paths', () => {
    const root = (direction: BlockingDirection, before: string): Promise<WireBlockingRow> => {
      const document = editor.document('service.ts');
      const position = document.positionAt(document.getText().indexOf(before) + before.length);
      return editor.connection.sendRequest(BLOCKING_ROOT_REQUEST, { direction, uri: document.uri, position });
    };

    async function drawn(row: WireBlockingRow, direction: BlockingDirection, indent = ''): Promise<string[]> {
      const { name, kind, detail, at, opens } = row;
      const lines = [`${indent}${name} (${kind}${detail && `: ${detail}`}) ${placeOf(at.uri, at.range.start.line)}`];
      if (!opens) return lines;
      const rows: WireBlockingRow[] = await editor.connection.sendRequest(BLOCKING_ROWS_REQUEST, { direction, opens });
      for (const below of rows) lines.push(...(await drawn(below, direction, `${indent}  `)));
      return lines;
    }

    it('down to what blocks in it', async () => {
      assert.deepEqual(await drawn(await root('blocks', 'async function st'), 'blocks'), [
        'start (async: async) service.ts:2',
        '  read (step: reads a file, by readFileSync) service.ts:3',
        '    load (step: reads a file, by readFileSync) service.ts:6',
        '      text (step) node_modules/settings/index.js:2',
        '      readFileSync (leaf: reads a file) node_modules/text/index.js:2',
      ]);
    });

    it('up from one of its functions', async () => {
      assert.deepEqual(await drawn(await root('reaches', 'return lo'), 'reaches'), [
        'load (leaf: reads a file) service.ts:6',
        '  read (step) service.ts:6',
        '    start (async: async) service.ts:3',
      ]);
    });
  });
});
