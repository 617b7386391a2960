/** One project in one snapshot: its files, their nodes, and answers about them. */

import type { Project } from 'typescript/unstable/sync';
import type { Node, SourceFile } from '../syntax/ast.ts';
import { ANSWERS, listElement, type Key, type RemoteQuestion } from './answers.ts';
import { runTogether } from './batch.ts';
import type { Reply } from './channel.ts';
import { nodeAt, nodesOfKinds } from './node-table.ts';
import type { CompilerProcess } from './process.ts';
import type { Asking, NodeRef, Question } from './questions.ts';

/** A cold checker needs up to 100 ms for this many types: so often is cancellation looked at. */
const QUESTIONS_PER_REQUEST = 100;

/** Projects without a tsconfig have names in a folder that cannot be. */
export const isInferred = (configFile: string): boolean => configFile.startsWith('/dev/null/');

export interface ProgramDiagnostic {
  readonly file: string;
  readonly code: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ProgramHost {
  /** Called between requests to the compiler; throws when the work in hand is no longer wanted. */
  readonly checkpoint: () => void;
  readonly log: (line: string) => void;
}

export class Program {
  readonly #project: Project;
  readonly #snapshot: number;
  readonly #process: CompilerProcess;
  readonly #host: ProgramHost;
  /** Answers already known, by question kind and key. */
  readonly #known = new Map<RemoteQuestion, Map<Key, { readonly answer: unknown }>>();

  constructor(project: Project, snapshot: number, process: CompilerProcess, host: ProgramHost) {
    this.#project = project;
    this.#snapshot = snapshot;
    this.#process = process;
    this.#host = host;
  }

  /** The tsconfig; for loose files a name that is no file. */
  get configFile(): string {
    return this.#project.configFileName;
  }

  /** Whether this is the project made up for files that no tsconfig holds. */
  get isLoose(): boolean {
    return isInferred(this.configFile);
  }

  /** Files named by the tsconfig, without those that they import. */
  get rootFiles(): readonly string[] {
    return this.#project.rootFiles;
  }

  sourceFile(file: string): SourceFile | undefined {
    return this.#process.guard(() => this.#project.program.getSourceFile(file));
  }

  /** All nodes of these kinds in source order. Only they and their ancestors are materialised. */
  nodes(file: SourceFile, kinds: ReadonlySet<number>): Node[] {
    return nodesOfKinds(file, kinds);
  }

  node(ref: NodeRef): Node | undefined {
    const file = this.sourceFile(ref.file);
    return file && nodeAt(file, ref.index);
  }

  /** Runs question-asking code, all side by side. @throws what `checkpoint` throws. */
  run<T>(askers: readonly Asking<T>[]): T[] {
    return runTogether(askers, {
      known: question => this.#answerTo(question),
      findOut: questions => this.#findOut(questions),
    });
  }

  /** Syntax and type errors of one file. */
  diagnostics(file: string): ProgramDiagnostic[] {
    const program = this.#project.program;
    const all = this.#process.guard(() => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);
    return all.map(one => ({
      file,
      code: one.code,
      start: one.pos,
      end: one.end,
      text: one.text,
    }));
  }

  #answerTo(question: Question): { readonly answer: unknown } | undefined {
    if (question.kind === 'node') return { answer: this.node(question.of as NodeRef) };
    return this.#known.get(question.kind)?.get(keyOf(question));
  }

  #findOut(questions: readonly Question[]): void {
    const open = new Map<RemoteQuestion, Map<Key, Question>>();
    for (const question of questions) {
      const kind = question.kind as RemoteQuestion;
      let ofKind = open.get(kind);
      if (!ofKind) open.set(kind, (ofKind = new Map()));
      ofKind.set(keyOf(question), question);
    }
    for (const [kind, byKey] of open) this.#request(kind, byKey);
  }

  #knownOf(kind: RemoteQuestion): Map<Key, { readonly answer: unknown }> {
    let known = this.#known.get(kind);
    if (!known) this.#known.set(kind, (known = new Map()));
    return known;
  }

  #request(kind: RemoteQuestion, byKey: ReadonlyMap<Key, Question>): void {
    const row = ANSWERS[kind];
    const known = this.#knownOf(kind);
    const keys = [...byKey.keys()];
    const params = [...byKey.values()].map(question => row.params(question.of as never));
    const replies = row.list ? this.#inLists(row.method, row.list, params) : this.#many(row.method, params);
    replies.forEach((reply, i) => {
      if ('error' in reply) this.#host.log(`The compiler refused ${row.method} for ${JSON.stringify(params[i])}: ${reply.error}`);
      known.set(keys[i]!, { answer: row.read('error' in reply ? undefined : reply.value) });
    });
  }

  #many(method: string, params: readonly object[]): Reply[] {
    const context = { snapshot: this.#snapshot, project: this.#project.id };
    const whole = params.map(one => ({ ...context, ...one }));
    return this.#process.requestMany(method, whole, this.#host.checkpoint);
  }

  /** Some of the questions in one request each: large enough to be cheap, small enough to be called off between. */
  #inLists(method: string, parameter: string, params: readonly object[]): Reply[] {
    const chunks: (readonly object[])[] = [];
    for (let at = 0; at < params.length; at += QUESTIONS_PER_REQUEST) {
      chunks.push(params.slice(at, at + QUESTIONS_PER_REQUEST));
    }
    const lists = chunks.map(chunk => ({ [parameter]: chunk.map(listElement) }));
    return this.#many(method, lists).flatMap((reply, i) =>
      'value' in reply ? (reply.value as unknown[]).map(value => ({ value })) : this.#halved(method, parameter, chunks[i]!, reply),
    );
  }

  /** A node that the compiler panics on fails the whole list: halve it until that node is alone. */
  #halved(method: string, parameter: string, params: readonly object[], failure: Reply): Reply[] {
    if (params.length <= 1) return [failure];
    const half = params.length >> 1;
    return [params.slice(0, half), params.slice(half)].flatMap(part => this.#inLists(method, parameter, part));
  }
}

function keyOf(question: Question): Key {
  return ANSWERS[question.kind as RemoteQuestion].key(question.of as never);
}
