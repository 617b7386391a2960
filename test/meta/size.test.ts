/** Files and functions stay small enough to be read at one go. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isFunctionLikeDeclaration, type Node, type SourceFile } from '../../server/syntax/ast.ts';
import { inSyntax, OWN_FOLDERS, sourceFiles } from './source-files.ts';

const LINES_PER_FILE = 400;
const LINES_PER_FUNCTION = 60;

describe('size', () => {
  it(`of a file is at most ${LINES_PER_FILE} lines`, () => {
    const sizes = sourceFiles(...OWN_FOLDERS, 'test').map(file => ({
      file,
      lines: readFileSync(file, 'utf8').split('\n').length,
    }));
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > LINES_PER_FILE),
      [],
    );
  });

  it(`of a function is at most ${LINES_PER_FUNCTION} lines`, () => {
    assert.deepEqual(inSyntax(sourceFiles(...OWN_FOLDERS), longFunctions), []);
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
