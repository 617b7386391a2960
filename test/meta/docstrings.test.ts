/** What other files may call says what it does. */

import assert from 'node:assert/strict';
import {
  isArrowFunction,
  isFunctionDeclaration,
  isVariableStatement,
  SyntaxKind,
  type SourceFile,
  type Statement,
} from '../../server/syntax/ast.ts';
import { hasModifier } from '../../server/syntax/modifiers.ts';
import { inSyntax, OWN_FOLDERS, sourceFiles } from './source-files.ts';

/** The name of a function that a statement exports. */
function exportedFunction(statement: Statement): string | undefined {
  if (!hasModifier(statement, SyntaxKind.ExportKeyword)) return undefined;
  if (isFunctionDeclaration(statement)) return statement.name?.text;
  const [variable] = isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return variable?.initializer && isArrowFunction(variable.initializer) ? variable.name.getText() : undefined;
}

/** Where a file exports one function, what stands at its head is about that. */
function undocumented({ fileName, statements, text }: SourceFile): string[] {
  const isHeaded = /^(?:#!.*\n)?\/[*/]/.test(text);
  const functions = statements.filter(it => exportedFunction(it) !== undefined);
  if (isHeaded && functions.length === 1) return [];
  const without = functions.filter(it => !text.slice(it.pos, it.getStart()).trimEnd().endsWith('*/'));
  return without.map(it => `${fileName} exports ${exportedFunction(it)} without a docstring`);
}

describe('docstrings', () => {
  it('stand above each function that is exported', () =>
    assert.deepEqual(inSyntax(sourceFiles(...OWN_FOLDERS), undocumented), []));
});
