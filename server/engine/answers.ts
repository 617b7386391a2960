/** How each question is put to the compiler, and how its reply is read. One row per question. */

import type { Node } from '../syntax/ast.ts';
import {
  SymbolFlags,
  TypeFlags,
  type NodeRef,
  type Question,
  type QuestionKind,
  type Questions,
  type SignatureInfo,
  type SymbolInfo,
  type TypeInfo,
} from './questions.ts';

/** Replies as the wire has them. */
interface WireSymbol {
  readonly id: number;
  readonly name: string;
  readonly flags: number;
  readonly declarations?: readonly string[];
}
interface WireSignature {
  readonly id: number;
  readonly declaration?: string;
  readonly typeParameters?: readonly number[];
  readonly parameters?: readonly number[];
}

/** Nodes are the same object whenever they are the same node; types, symbols and signatures have numbers. */
export type Key = Node | string | number;

interface Row<K extends QuestionKind> {
  readonly method: string;
  /** Equal keys are the same question. */
  readonly key: (of: Questions[K]['of']) => Key;
  readonly params: (of: Questions[K]['of']) => object;
  readonly read: (value: unknown) => Questions[K]['is'];
  /** The compiler takes all questions of this kind in one request; its parameter's name. */
  readonly list?: string;
}

/** Answered from sources, which may have to be fetched. */
export type SourceQuestion = 'kept' | 'node' | 'source' | 'sources';
/** Answered from what is here. */
export type LocalQuestion = 'memory' | 'nodes' | 'remembered';
/** Answered by further askers. */
export type JointQuestion = 'together' | 'shared' | 'typesAt';
/** Told, and not asked. */
export type Notice = 'onBehalf' | 'seen';
/** What the compiler is asked. */
export type RemoteQuestion = Exclude<QuestionKind, SourceQuestion | LocalQuestion | JointQuestion | Notice>;

/** `index.kind.path`, the compiler's name for a node. */
function handleOf(node: Node): string {
  const { index, kind, sourceFile } = node as unknown as TableNode;
  let path = paths.get(sourceFile);
  if (path === undefined) paths.set(sourceFile, (path = sourceFile.path));
  return `${index}.${kind}.${path}`;
}

/** What the client's nodes have besides the public AST. */
interface TableNode {
  readonly index: number;
  readonly kind: number;
  readonly sourceFile: { readonly path: string };
}

/** The client decodes a path anew whenever it is asked for. */
const paths = new WeakMap<object, string>();

function readHandle(handle: string): NodeRef {
  const first = handle.indexOf('.');
  const second = handle.indexOf('.', first + 1);
  return {
    index: Number(handle.slice(0, first)),
    kind: Number(handle.slice(first + 1, second)),
    file: handle.slice(second + 1),
  };
}

const readType = (value: unknown) => (value ?? undefined) as TypeInfo | undefined;
const readTypes = (value: unknown) => (value ?? []) as readonly TypeInfo[];

/** The compiler calls `#name` of the class with id 6 `__#6@#name`; people do not. */
const PRIVATE_PREFIX = /^__#\d+@/;

function readSymbol(value: unknown): SymbolInfo | undefined {
  if (!value) return undefined;
  const { id, name, flags, declarations } = value as WireSymbol;
  return { id, name: name.replace(PRIVATE_PREFIX, ''), flags, declarations: (declarations ?? []).map(readHandle) };
}

const readSymbols = (value: unknown) => ((value ?? []) as unknown[]).flatMap(one => readSymbol(one) ?? []);

function readNumberIndex(value: unknown): TypeInfo | undefined {
  const infos = (value ?? []) as readonly { readonly keyType: TypeInfo; readonly valueType: TypeInfo }[];
  return infos.find(({ keyType }) => keyType.flags & TypeFlags.Number)?.valueType;
}

function readSignature(value: unknown): SignatureInfo | undefined {
  if (!value) return undefined;
  const { id, declaration, typeParameters, parameters } = value as WireSignature;
  return {
    id,
    declaration: declaration ? readHandle(declaration) : undefined,
    typeParameters: typeParameters?.length ?? 0,
    parameters: parameters ?? [],
  };
}

const readSignatures = (value: unknown) => ((value ?? []) as unknown[]).flatMap(one => readSignature(one) ?? []);

function readReferences(value: unknown): readonly NodeRef[] {
  const entries = (value ?? []) as readonly { references?: readonly string[] }[];
  return entries.flatMap(entry => (entry.references ?? []).map(readHandle));
}

const ofNode = { key: (node: Node) => node, params: (node: Node) => ({ location: handleOf(node) }) };
const ofType = { key: (type: TypeInfo) => type.id, params: (type: TypeInfo) => ({ type: type.id }) };
const ofObject = { key: ofType.key, params: (type: TypeInfo) => ({ objectId: type.id }) };
const ofSignature = { key: (s: SignatureInfo) => s.id, params: (s: SignatureInfo) => ({ signature: s.id }) };
const ofSymbol = { key: (symbol: SymbolInfo) => symbol.id, params: (symbol: SymbolInfo) => ({ symbol: symbol.id }) };

/** Flags for the printing of types, which the client names in none of its files. */
const NO_TRUNCATION = 1;
const FULLY_QUALIFIED = 64;

export const ANSWERS: { readonly [K in RemoteQuestion]: Row<K> } = {
  typeAt: { ...ofNode, method: 'getTypeAtLocations', list: 'locations', read: readType },
  symbolAt: { ...ofNode, method: 'getSymbolsAtLocations', list: 'locations', read: readSymbol },
  contextualType: { ...ofNode, method: 'getContextualType', read: readType },
  resolvedSignature: { ...ofNode, method: 'getResolvedSignature', read: readSignature },
  references: {
    ...ofNode,
    method: 'getReferencedSymbolsForNode',
    params: node => ({ node: handleOf(node), position: node.end - 1 }),
    read: readReferences,
  },
  parts: { ...ofObject, method: 'getTypesOfType', read: readTypes },
  typeArguments: { ...ofType, method: 'getTypeArguments', read: readTypes },
  symbolOfType: { ...ofObject, method: 'getSymbolOfType', read: readSymbol },
  aliasOfType: { ...ofObject, method: 'getAliasSymbolOfType', read: readSymbol },
  apparentType: { ...ofType, method: 'getApparentType', read: readType },
  baseConstraint: { ...ofType, method: 'getBaseConstraintOfType', read: readType },
  baseTypes: { ...ofType, method: 'getBaseTypes', read: readTypes },
  property: {
    key: ({ type, name }) => `${type.id}.${name}`,
    method: 'getPropertyOfType',
    params: ({ type, name }) => ({ type: type.id, name }),
    read: readSymbol,
  },
  properties: { ...ofType, method: 'getPropertiesOfType', read: readSymbols },
  numberIndexType: { ...ofType, method: 'getIndexInfosOfType', read: readNumberIndex },
  callSignatures: {
    ...ofType,
    method: 'getSignaturesOfType',
    params: type => ({ type: type.id, kind: 0 }),
    read: readSignatures,
  },
  constructSignatures: {
    ...ofType,
    method: 'getSignaturesOfType',
    params: type => ({ type: type.id, kind: 1 }),
    read: readSignatures,
  },
  isArray: { ...ofType, method: 'isArrayType', read: Boolean },
  isArrayLike: { ...ofType, method: 'isArrayLikeType', read: Boolean },
  isTuple: { ...ofType, method: 'isTupleType', read: Boolean },
  returnType: { ...ofSignature, method: 'getReturnTypeOfSignature', read: readType },
  parameterType: {
    key: ({ signature, index }) => `${signature.id}.${index}`,
    method: 'getParameterType',
    params: ({ signature, index }) => ({ signature: signature.id, index }),
    read: readType,
  },
  declaredType: { ...ofSymbol, method: 'getDeclaredTypeOfSymbol', read: readType },
  typeOfSymbol: {
    ...ofSymbol,
    method: 'getTypesOfSymbols',
    list: 'symbols',
    read: readType,
  },
  aliasedSymbol: { ...ofSymbol, method: 'getAliasedSymbol', read: readSymbol },
  globalNamed: {
    key: name => name,
    method: 'resolveName',
    params: name => ({ name, meaning: SymbolFlags.Type | SymbolFlags.Namespace }),
    read: readSymbol,
  },
  typeText: { ...ofType, method: 'typeToString', read: String },
  exactTypeText: {
    ...ofType,
    method: 'typeToString',
    params: type => ({ type: type.id, flags: NO_TRUNCATION | FULLY_QUALIFIED }),
    read: String,
  },
};

/** One element of a list request: its bare handle or id, without the object around it. */
export const listElement = (params: object): unknown => Object.values(params)[0];

/** Whether a question is of this kind. */
export function isAbout<K extends QuestionKind>(question: Question, kind: K): question is Question<K> {
  return question.kind === kind;
}

/** Equal for questions that are the same. */
export function keyOf(question: Question<RemoteQuestion>): Key {
  return ANSWERS[question.kind].key(question.of as never);
}
