/**
 * What can be asked of the compiler. Whoever wants to know something writes plain sequential code,
 * a generator that yields questions; the engine runs thousands of them side by side and answers
 * all that they yield in a handful of batches. This file is all that facts know of the engine.
 */

import { ObjectFlags, SymbolFlags, TypeFlags } from 'typescript/unstable/sync';
import type { Expression, Node, SourceFile, SyntaxKind } from '../syntax/ast.ts';

export { ObjectFlags, SymbolFlags, TypeFlags };

/** A type of one program. Equal ids are equal types; ids mean nothing in another program. */
export interface TypeInfo {
  readonly id: number;
  readonly flags: TypeFlags;
  readonly objectFlags?: ObjectFlags;
  /** The generic type that this is an instance of. */
  readonly target?: number;
  readonly symbol?: number;
  readonly aliasSymbol?: number;
  /** The name of a type that has no declaration, such as `any`. */
  readonly intrinsicName?: string;
}

/** Where a declaration stands, without its node: most declarations are only looked at by place. */
export interface NodeRef {
  readonly file: string;
  readonly index: number;
  readonly kind: number;
}

export interface SymbolInfo {
  readonly id: number;
  readonly name: string;
  readonly flags: SymbolFlags;
  readonly declarations: readonly NodeRef[];
}

export interface SignatureInfo {
  readonly id: number;
  readonly declaration: NodeRef | undefined;
  readonly typeParameters: number;
  readonly parameters: readonly number[];
}

/** Every question: what it is about, and what the answer is. */
export interface Questions {
  typeAt: { of: Node; is: TypeInfo | undefined };
  /** The types of all of these, in their order: spares an asker for each. */
  typesAt: { of: readonly Node[]; is: readonly (TypeInfo | undefined)[] };
  symbolAt: { of: Node; is: SymbolInfo | undefined };
  contextualType: { of: Expression; is: TypeInfo | undefined };
  resolvedSignature: { of: Node; is: SignatureInfo | undefined };
  /** The declaration a reference stands for, in its own file or another. */
  node: { of: NodeRef; is: Node | undefined };
  /** What a rule learnt of a file from elsewhere in an earlier run, where that is known to be right still. */
  remembered: { of: { readonly rule: string; readonly file: string }; is: string | undefined };
  /** What a fact has found out in this program, mostly about nodes. The name is the fact's. */
  memory: { of: string; is: Map<unknown, unknown> };
  /** What each of these finds out, all side by side. */
  together: { of: readonly Asking<unknown>[]; is: readonly unknown[] };
  /** What is found out once in this program for all that ask for the same `key`; who comes meanwhile waits. */
  shared: { of: { readonly key: object; readonly work: () => Asking<unknown> }; is: unknown };
  /** Tells for what the asker, and who works for it, asks from here on. */
  onBehalf: { of: object; is: undefined };
  /** Tells that what these declarations are like is known already, and used. */
  seen: { of: readonly Node[]; is: undefined };
  /**
   * What a fact has found out about code, for the programs to come as well, as long as files change only where others
   * cannot know. There, types and symbols have other numbers, and what is in the files that changed are other nodes.
   */
  kept: { of: string; is: Map<unknown, unknown> };
  /** A file of the program, by its name. */
  source: { of: string; is: SourceFile | undefined };
  /** The files of the program that no package brought, without type declarations. */
  sources: { of: 'program'; is: readonly SourceFile[] };
  /** The nodes of some kinds in a file, in its order; only those in places that are wanted. */
  nodes: {
    of: {
      file: SourceFile;
      kinds: ReadonlySet<SyntaxKind>;
      isWanted?: (pos: number, end: number, kind: SyntaxKind) => boolean;
    };
    is: readonly Node[];
  };
  /** Every use of the declaration whose name this node is, in all files of the program. */
  references: { of: Node; is: readonly NodeRef[] };
  /** Members of a union or an intersection. */
  parts: { of: TypeInfo; is: readonly TypeInfo[] };
  typeArguments: { of: TypeInfo; is: readonly TypeInfo[] };
  symbolOfType: { of: TypeInfo; is: SymbolInfo | undefined };
  aliasOfType: { of: TypeInfo; is: SymbolInfo | undefined };
  apparentType: { of: TypeInfo; is: TypeInfo | undefined };
  baseConstraint: { of: TypeInfo; is: TypeInfo | undefined };
  baseTypes: { of: TypeInfo; is: readonly TypeInfo[] };
  property: { of: { type: TypeInfo; name: string }; is: SymbolInfo | undefined };
  /** All of them: those of well-known symbols cannot be asked for by name. */
  properties: { of: TypeInfo; is: readonly SymbolInfo[] };
  /** What `value[0]` is. */
  numberIndexType: { of: TypeInfo; is: TypeInfo | undefined };
  callSignatures: { of: TypeInfo; is: readonly SignatureInfo[] };
  constructSignatures: { of: TypeInfo; is: readonly SignatureInfo[] };
  isArray: { of: TypeInfo; is: boolean };
  /** Whether it can stand for a `readonly any[]`. */
  isArrayLike: { of: TypeInfo; is: boolean };
  isTuple: { of: TypeInfo; is: boolean };
  returnType: { of: SignatureInfo; is: TypeInfo | undefined };
  parameterType: { of: { signature: SignatureInfo; index: number }; is: TypeInfo | undefined };
  declaredType: { of: SymbolInfo; is: TypeInfo | undefined };
  typeOfSymbol: { of: SymbolInfo; is: TypeInfo | undefined };
  aliasedSymbol: { of: SymbolInfo; is: SymbolInfo | undefined };
  /** The type or the namespace that a name stands for wherever no declaration is nearer. */
  globalNamed: { of: string; is: SymbolInfo | undefined };
  typeText: { of: TypeInfo; is: string };
  /** The same in full, and each name with the module that it is from. */
  exactTypeText: { of: TypeInfo; is: string };
}

export type QuestionKind = keyof Questions;

export interface Question<K extends QuestionKind = QuestionKind> {
  readonly kind: K;
  readonly of: Questions[K]['of'];
}

/** Code that asks on its way to a `T`. */
export type Asking<T> = Generator<Question, T, unknown>;

/** Asks one question: `const type = yield* ask('typeAt', node)`. */
export function* ask<K extends QuestionKind>(kind: K, of: Questions[K]['of']): Asking<Questions[K]['is']> {
  return (yield { kind, of }) as Questions[K]['is'];
}

/**
 * Runs `work` on a node unless that has been done in this program: how a fact keeps what it found out, and into which
 * declarations it looked. What `work` asks of the whole program, whoever asks for this has to have asked as well.
 */
export function* once<T>(fact: string, node: Node, work: () => Asking<T>): Asking<T> {
  const memory = (yield* ask('memory', fact)) as Map<Node, { readonly found: T; readonly lookedInto: readonly Node[] }>;
  const known = memory.get(node);
  if (known) {
    if (known.lookedInto.length > 0) yield* ask('seen', known.lookedInto);
    return known.found;
  }
  const lookedInto: Node[] = [];
  const found = yield* watched(work(), lookedInto);
  memory.set(node, { found, lookedInto });
  return found;
}

/** Adds to `lookedInto` the declarations into which `work` looks. */
function* watched<T>(work: Asking<T>, lookedInto: Node[]): Asking<T> {
  let step = work.next();
  while (!step.done) {
    const { kind, of } = step.value;
    const answer = yield kind === 'together' ? { kind, of: watchedAll(of as Together, lookedInto) } : step.value;
    if (kind === 'node' && answer) lookedInto.push(answer as Node);
    if (kind === 'seen') lookedInto.push(...(of as readonly Node[]));
    step = work.next(answer);
  }
  return step.value;
}

type Together = Questions['together']['of'];

const watchedAll = (askers: Together, lookedInto: Node[]): Together => askers.map(asker => watched(asker, lookedInto));

/** What each of these finds out, all side by side: their questions travel together. */
export function* together<T>(askers: readonly Asking<T>[]): Asking<readonly T[]> {
  return (yield* ask('together', askers)) as readonly T[];
}

/** Finds something out once in this program for all that ask for `key`. It must not ask for itself. */
export function* shared<T>(key: object, work: () => Asking<T>): Asking<T> {
  return (yield* ask('shared', { key, work })) as T;
}
