/** Files and functions stay small enough to be read at one go. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Engine } from '../../server/engine/engine.ts';
import { isFunctionLikeDeclaration, type Node, type SourceFile } from '../../server/syntax/ast.ts';
import { sourceFiles } from './source-files.ts';

const LINES_PER_FILE = 400;
const LINES_PER_FUNCTION = 60;

const PRODUCT = ['shared', 'server', 'shim', 'trace', 'trace-host', 'store', 'webview', 'client', 'cli', 'scripts', 'bench'];

describe('size', () => {
  it(`of a file is at most ${LINES_PER_FILE} lines`, () => {
    const sizes = sourceFiles(...PRODUCT, 'test').map(file => ({
      file,
      lines: readFileSync(file, 'utf8').split('\n').length,
    }));
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > LINES_PER_FILE),
      [],
    );
  });

  it(`of a function is at most ${LINES_PER_FUNCTION} lines`, () => {
    const files = sourceFiles(...PRODUCT).map(file => resolve(file).replaceAll('\\', '/'));
    const engine = new Engine(process.cwd(), 'run', {
      started: () => undefined,
      checkpoint: () => undefined,
      log: () => undefined,
    });
    try {
      const projectOf = engine.locate(files);
      const long = engine.use(snapshot =>
        files.flatMap(file => {
          const project = projectOf.get(file);
          const program = project === undefined ? snapshot.programOfLoose(file) : snapshot.programOf(project);
          const source = program?.sourceFile(file);
          assert.ok(source, `${file} is not in ${project}`);
          return longFunctions(source);
        }),
      );
      assert.deepEqual(long, []);
    } finally {
      engine.dispose();
    }
  });
});

function longFunctions(source: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLikeDeclaration(node)) {
      const [first, last] = [node.getStart(), node.end].map(at => source.getLineAndCharacterOfPosition(at).line);
      const lines = last! - first! + 1;
      if (lines > LINES_PER_FUNCTION) found.push(`${source.fileName}:${first! + 1} has ${lines} lines`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}
