/** Functions of Node that may block. Each is to be in a pack or to be judged: see `not-blocking.ts`. */

import type { Program } from '../server/engine/program.ts';
import {
  isClassDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isInterfaceDeclaration,
  isMethodDeclaration,
  isMethodSignatureDeclaration,
  isModuleDeclaration,
  isStringLiteral,
  type FunctionDeclaration,
  type MethodDeclaration,
  type MethodSignatureDeclaration,
  type Node,
} from '../server/syntax/ast.ts';
import type { Pack } from '../server/packs/pack.ts';
import { declarationsOf, inProject } from './declarations.ts';
import { judgementOf } from './not-blocking.ts';

type Declared = FunctionDeclaration | MethodDeclaration | MethodSignatureDeclaration;

/** Modules that wait or compute: all that they declare is looked at, elsewhere only what is called `…Sync`. */
const WORKING_MODULES: ReadonlySet<string> = new Set([
  'node:child_process',
  'node:crypto',
  'node:inspector',
  'node:module',
  'node:os',
  'node:process',
  'node:sea',
  'node:sqlite',
  'node:v8',
  'node:vm',
  'node:worker_threads',
  'node:zlib',
]);

/** What an emitter of events and a port can do. */
const EVENTS =
  /^(?:add\w*Listener|addEventListener|emit|off|on|once|prepend\w*Listener|remove\w*Listener|removeEventListener)$/;

/**
 * As packs name them, with the module before: `node:fs: Dir.readSync`.
 * @param tsconfig absolute path of a project that has Node's types
 */
export function blockingCandidates(tsconfig: string): readonly string[] {
  const files = declarationsOf('node:fs', tsconfig);
  return inProject(tsconfig, program => [...new Set(files.flatMap(file => candidatesIn(program, file)))].sort());
}

/** The candidates that no pack describes and nobody has judged. */
export function undecided(candidates: readonly string[], packs: readonly Pack[]): readonly string[] {
  const described = new Set(
    packs.flatMap(({ module, blocking = [] }) => blocking.map(({ name }) => `${module}: ${name}`)),
  );
  return candidates.filter(one => !described.has(one) && !judgementOf(one));
}

function candidatesIn(program: Program, file: string): string[] {
  const found: string[] = [];
  const walk = (node: Node, module: string | undefined): void => {
    const own = isModuleDeclaration(node) && isStringLiteral(node.name) ? withScheme(node.name.text) : module;
    if (own !== undefined && isDeclared(node) && mayBlock(node, own)) found.push(`${own}: ${nameOf(node)}`);
    node.forEachChild(child => walk(child, own));
  };
  const source = program.sourceFile(file);
  if (source) walk(source, undefined);
  return found;
}

const withScheme = (module: string): string => (module.startsWith('node:') ? module : `node:${module}`);

const isDeclared = (node: Node): node is Declared =>
  (isFunctionDeclaration(node) || isMethodDeclaration(node) || isMethodSignatureDeclaration(node)) &&
  node.name !== undefined &&
  isIdentifier(node.name);

function mayBlock(node: Declared, module: string): boolean {
  const name = node.name!.getText();
  if (name.startsWith('__') || EVENTS.test(name) || answersLater(node)) return false;
  return name.endsWith('Sync') || WORKING_MODULES.has(module);
}

/** By a promise or a callback. */
function answersLater({ parameters, type }: Declared): boolean {
  const last = parameters.at(-1);
  const takesCallback = last !== undefined && /^(?:callback|cb)$/.test(last.name.getText()) && !last.questionToken;
  return takesCallback || /^Promise\b/.test(type?.getText() ?? '');
}

function nameOf(node: Declared): string {
  const { parent } = node;
  const isMember = isClassDeclaration(parent) || isInterfaceDeclaration(parent);
  return isMember ? `${parent.name?.text}.${node.name!.getText()}` : node.name!.getText();
}
