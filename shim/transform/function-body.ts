/** What is inserted at the beginning and the end of a task's code. */

import type { AnyNode, Program } from 'acorn';
import { CALLS, ERROR, TASK } from '../runtime/names.ts';
import { SITE, type Insertion } from './insertions.ts';
import { within, type FunctionNode } from './parse.ts';
import { isGenerator, type TaskForm } from './task-form.ts';

/** The first insertion gives the task its number, the second, if any, notes how it ended. */
export function aroundBody(
  node: FunctionNode,
  form: TaskForm,
  source: string,
  site: number,
): [Insertion, Insertion | undefined] {
  const { body } = node;
  if (body.type !== 'BlockStatement') return aroundExpression(node, source, site);
  const at = directivesEnd(body.body as AnyNode[]) ?? body.start + 1;
  const enter = `${at === body.start + 1 ? '' : ';'}${entry(form)}`;
  const end = body.end - 1;
  // Without `try` it is not told how the task ended; a generator's end is not told, either.
  if (clashesInBlock(body)) return [insertion(at, enter, site), undefined];
  const leave = isGenerator(form) ? `finally{${CALLS.leaveBody}(${TASK})}` : '';
  return [insertion(at, `${enter}try{`, site), insertion(end, `}${CATCH}${leave}`)];
}

/** An arrow's expression becomes a block that returns it. */
function aroundExpression(node: FunctionNode, source: string, site: number): [Insertion, Insertion] {
  const at = endOfArrow(source, node.params.at(-1)?.end ?? node.start);
  return [
    insertion(at, `{${entry('async')}try{return ${CALLS.returned}(${TASK},(`, site),
    insertion(node.end, `))}${CATCH}}`),
  ];
}

/** A module with top-level await. Imports may come after the first insertion: they run first in any case. */
export function aroundModule({ body, end }: Program, site: number): [Insertion, Insertion] {
  const first = (body as AnyNode[]).find(statement => !isDirective(statement));
  // Behind the last statement, which may lack its semicolon.
  return [
    insertion(first?.start ?? end, entry('generator'), site),
    insertion(body.at(-1)?.end ?? end, `;${CALLS.leaveBody}(${TASK});`),
  ];
}

const entry = (form: TaskForm): string =>
  `const ${TASK}=${isGenerator(form) ? CALLS.enterBody : CALLS.enter}(${SITE});`;

const CATCH = `catch(${ERROR}){throw ${CALLS.thrown}(${TASK},${ERROR})}`;

const insertion = (at: number, text: string, site?: number): Insertion => ({ at, text, site });

const isDirective = (node: AnyNode): boolean => node.type === 'ExpressionStatement' && node.directive !== undefined;

/** Where the directives at the beginning of a body end; `undefined` when there are none. */
function directivesEnd(statements: readonly AnyNode[]): number | undefined {
  const first = statements.findIndex(statement => !isDirective(statement));
  return statements.slice(0, first === -1 ? undefined : first).at(-1)?.end;
}

/**
 * Whether a body is no longer valid as a block: functions share their names with variables
 * or with each other there, and at the top of a function only.
 */
function clashesInBlock(body: Extract<AnyNode, { type: 'BlockStatement' }>): boolean {
  const functions = body.body.flatMap(it => (it.type === 'FunctionDeclaration' ? [it.id.name] : []));
  if (new Set(functions).size < functions.length) return true;
  if (functions.length === 0) return false;
  for (const { kind, declarations } of within(body, 'VariableDeclaration')) {
    if (kind === 'var' && declarations.some(({ id }) => id.type !== 'Identifier' || functions.includes(id.name)))
      return true;
  }
  return false;
}

/** The offset behind `=>`, of which there may be others in comments before it. */
function endOfArrow(source: string, from: number): number {
  const token = /\/\*[^]*?\*\/|\/\/.*|=>/g;
  token.lastIndex = from;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    if (match[0] === '=>') return token.lastIndex;
  }
  throw new SyntaxError('There is an arrow function without an arrow.');
}
