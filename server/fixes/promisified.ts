/**
 * Makes a function with a callback return a promise: a constant beside the imports holds what `promisify` makes of it.
 */

import {
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableStatement,
  type Expression,
  type SourceFile,
} from '../syntax/ast.ts';
import { calleeName } from '../syntax/expressions.ts';
import { keywordOf } from '../syntax/variable-lists.ts';
import type { Replacement } from '../facts/blocking-function.ts';
import { importName, importOf, insertBelow, isFree, lastImportFrom, type ImportedName } from './import-name.ts';
import { styleOf } from './style.ts';

/**
 * @param callee the blocking function as the file calls it, `execSync` or `child_process.execSync`: what it imports
 * for that tells how it imports
 */
export function promisified(callee: Expression, { module, name }: Replacement): ImportedName | undefined {
  const source = callee.getSourceFile();
  const known = promisifiedAs(source, name);
  if (known !== undefined) return { text: known, edits: [] };
  const imported = isPropertyAccessExpression(callee) ? callee.expression : callee;
  const beside = isIdentifier(imported) ? importOf(source, imported.text) : undefined;
  const local = `${name}Async`;
  if (!beside || !isIdentifier(imported) || !isFree(source, local)) return undefined;
  const original =
    imported === callee
      ? importName(source, imported.text, module, name)
      : { text: `${imported.text}.${name}`, edits: [] };
  const promisify = importName(source, imported.text, 'node:util', 'promisify');
  if (!original || !promisify) return undefined;
  const { semicolon } = styleOf(beside);
  const constant = `\n\nconst ${local} = ${promisify.text}(${original.text})${semicolon}`;
  const edits = [...original.edits, ...promisify.edits, insertBelow(lastImportFrom(source, beside), constant)];
  return { text: local, edits };
}

/** The constant of the file that holds a function of this name, promisified. */
function promisifiedAs({ statements }: SourceFile, name: string): string | undefined {
  for (const { declarationList } of statements.filter(isVariableStatement)) {
    if (keywordOf(declarationList) !== 'const') continue;
    for (const { name: constant, initializer: call } of declarationList.declarations) {
      if (!isIdentifier(constant) || !call || !isCallExpression(call) || calleeName(call.expression) !== 'promisify')
        continue;
      if (call.arguments[0] && calleeName(call.arguments[0]) === name) return constant.text;
    }
  }
  return undefined;
}
