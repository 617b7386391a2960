/** What a reader would call a function. */

import type { AnyNode } from 'acorn';
import type { FunctionNode } from './parse.ts';

/** Longer texts are cut. */
const LONGEST = 60;

/** `ancestors` are the nodes around the function, the nearest last. Empty for a function that nothing names. */
export function functionName(node: FunctionNode, ancestors: readonly AnyNode[], source: string): string {
  if (node.id) return node.id.name;
  const parent = ancestors.at(-1);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : '';
    case 'AssignmentExpression':
      return excerpt(source, parent.left);
    case 'AssignmentPattern':
      return excerpt(source, parent.left);
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return className(ancestors) + keyName(parent, source);
    case 'NewExpression':
      return `callback of new ${calleeName(parent.callee)}`;
    case 'CallExpression':
      if (parent.callee === node) return 'function called at once';
      return givenName(node, parent) ?? `callback of ${calleeName(parent.callee)}`;
    default:
      return '';
  }
}

/** As in `load`, `client.load` or, behind an expression without a name, `then`. */
function calleeName(callee: AnyNode): string {
  switch (callee.type) {
    case 'Identifier':
      return callee.name;
    case 'ThisExpression':
      return 'this';
    case 'MemberExpression': {
      const holder = callee.object.type === 'MemberExpression' ? lastKey(callee.object) : calleeName(callee.object);
      return [holder, lastKey(callee)].filter(name => name !== '').join('.');
    }
    // As compilers write the call of a name that was imported: `(0, module.name)()`.
    case 'SequenceExpression':
      return calleeName(callee.expressions.at(-1)!).split('.').at(-1)!;
    default:
      return '';
  }
}

const lastKey = ({ property, computed }: Extract<AnyNode, { type: 'MemberExpression' }>): string =>
  computed ? '' : property.type === 'PrivateIdentifier' ? `#${property.name}` : (property as { name: string }).name;

function className(ancestors: readonly AnyNode[]): string {
  const owner = ancestors.at(-3);
  if (ancestors.at(-2)?.type !== 'ClassBody' || owner === undefined) return '';
  const holder = ancestors.at(-4);
  if ((owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression') && owner.id) return `${owner.id.name}.`;
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? `${holder.id.name}.` : '';
}

type Keyed = Extract<AnyNode, { type: 'Property' | 'PropertyDefinition' | 'MethodDefinition' }>;

function keyName({ key, computed }: Keyed, source: string): string {
  if (computed) return `[${excerpt(source, key)}]`;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
}

/** Bundlers keep a function's name as `__name(async () => …, "name")`. */
function givenName(node: FunctionNode, call: Extract<AnyNode, { type: 'CallExpression' }>): string | undefined {
  const [first, second] = call.arguments;
  const named = call.arguments.length === 2 && first === node && second?.type === 'Literal';
  return named && typeof second.value === 'string' ? second.value : undefined;
}

/** How compilers write a name that was imported, where it is called. */
const IMPORTED = /\(0, ?[\w$]+\.([\w$]+)\)|^0, ?[\w$]+\.([\w$]+)$/g;

/** The beginning of some code in one line, as its author wrote it. Offsets are in UTF-16 code units. */
export function excerpt(source: string, { start, end }: { start: number; end: number }): string {
  const code = source.slice(start, Math.min(end, start + 2 * LONGEST)).replaceAll(/\s+/g, ' ');
  const text = code.replaceAll(IMPORTED, '$1$2');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
