/**
 * The compiler's API is marked unstable. What server/engine takes from it beyond its documented calls is
 * checked here: when a new release changes it, this fails first and says where to look.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { API } from 'typescript/unstable/sync';
import { channelOf, frameOf, receive, send } from '../../server/engine/channel.ts';
import { COMPILER_VERSION, findCompiler } from '../../server/engine/find-compiler.ts';
import { nodeAt, nodesOfKinds } from '../../server/engine/node-table.ts';
import { SyntaxKind } from '../../server/syntax/ast.ts';
import { Folder } from '../lsp/folder.ts';

describe('the compiler', () => {
  let folder: Folder;
  let api: API;

  before(() => {
    folder = new Folder({
      'a.ts': 'let a = 1;\nif (a) a = 2;\n',
      'iterable.ts': 'declare const lines: AsyncIterable<string>;',
    });
    api = new API({ cwd: folder.path, tsserverPath: findCompiler() });
  });
  after(() => {
    channelOf(api).close();
    folder.remove();
  });

  it('is the pinned release, in the manifest as in the code', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    assert.equal(manifest.dependencies.typescript, COMPILER_VERSION);
  });

  it('takes many requests in one write and answers them in order', () => {
    const channel = channelOf(api);
    const requests = Array.from({ length: 200 }, (_, i) => ({ number: i }));
    send(channel, requests.map(request => frameOf('echo', JSON.stringify(request))));
    for (const request of requests) assert.deepEqual(receive(channel, () => undefined), { value: request });
  });

  it('answers a request that it does not know with an error, and the next one as ever', () => {
    const channel = channelOf(api);
    send(channel, [frameOf('noSuchMethod', '{}')]);
    assert.ok('error' in receive(channel, () => undefined));
    send(channel, [frameOf('echo', JSON.stringify({ still: 'here' }))]);
    assert.deepEqual(receive(channel, () => undefined), { value: { still: 'here' } });
  });

  it('keeps the AST in a table that can be scanned by kind', () => {
    const snapshot = api.updateSnapshot({ openProjects: [`${folder.path}/tsconfig.json`] });
    const file = snapshot.getProjects()[0]!.program.getSourceFile(`${folder.path}/a.ts`)!;
    const [statement] = nodesOfKinds(file, new Set([SyntaxKind.IfStatement]));
    assert.equal(statement!.getText(), 'if (a) a = 2;');
    assert.equal(nodeAt(file, 1), file);
    assert.equal(nodeAt(file, 1_000_000), undefined);
  });

  it('names members of well-known symbols by the symbol and a number, and does not find them by that name', () => {
    const snapshot = api.updateSnapshot({ openProjects: [`${folder.path}/tsconfig.json`] });
    const { program, checker } = snapshot.getProjects()[0]!;
    const file = program.getSourceFile(`${folder.path}/iterable.ts`)!;
    const [lines] = nodesOfKinds(file, new Set([SyntaxKind.VariableDeclaration]));
    const type = checker.getTypeAtLocation(lines!)!;
    const { name } = checker.getPropertiesOfType(type)[0]!;
    assert.match(name, /^__@asyncIterator@\d+$/);
    assert.equal(checker.getPropertyOfType(type, name), undefined);
  });
});
