/** Whether somebody gives a value for a parameter that has a default. */

import {
  isSpreadElement,
  type Expression,
  type ParameterDeclaration,
  type SignatureDeclaration,
} from '../syntax/ast.ts';
import type { Site } from '../syntax/call-sites.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { isCalledTest } from '../syntax/test-files.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';
import type { Leads } from './leads.ts';

/**
 * A call of another function of the same name in the same file counts as well. Tests do not.
 * @param gives whether an argument replaces what is asked about
 */
export function* mayBeGiven(
  parameter: ParameterDeclaration,
  leads: Leads,
  gives: (argument: Expression) => boolean,
): Asking<boolean> {
  const fn = parameter.parent as SignatureDeclaration;
  const code = leads.codeOf(fn);
  const isNamed = code && code.freeNames.length + code.memberNames.length > 0;
  if (!isNamed) return true;
  const index = fn.parameters.indexOf(parameter);
  for (const use of yield* leads.calling(code)) {
    if ('isMember' in use) return true;
    const isHarmless = isCalledTest(use.within.file.source.fileName) || leavesOut(use, index, gives);
    if (!isHarmless && (yield* mayBeIn(fn.getSourceFile().fileName, use))) return true;
  }
  return false;
}

function leavesOut({ use, node, call }: Site, index: number, gives: (argument: Expression) => boolean): boolean {
  // What `f.call` is given is not what `f` is.
  if (use !== 'called' || !call || withoutAssertions(call.expression) !== node) return false;
  const values = call.arguments?.slice(0, index + 1) ?? [];
  return !values.some(isSpreadElement) && (values[index] === undefined || !gives(values[index]));
}

/** Whether what is called may be declared in a file. */
function* mayBeIn(file: string, { node }: Site): Asking<boolean> {
  const symbol = yield* calleeSymbol(node);
  return symbol === undefined || symbol.declarations.some(declaration => declaration.file === file);
}
