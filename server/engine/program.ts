/** One project in one snapshot: its files, their nodes, and answers about them. */

import type { Project } from 'typescript/unstable/sync';
import type { Node, SourceFile } from '../syntax/ast.ts';
import {
  ANSWERS,
  isAbout,
  keyOf,
  listElement,
  type Key,
  type LocalQuestion,
  type RemoteQuestion,
  type SourceQuestion,
} from './answers.ts';
import type { Reply } from './channel.ts';
import type { Entry, Packet } from './desk.ts';
import { isOwnSource } from './file-names.ts';
import { hiddenTypesIn } from './hidden-types.ts';
import { nodeAt, nodesOfKinds, type PlaceFilter } from './node-table.ts';
import { exactType } from './inferred-types.ts';
import type { Kept } from './kept.ts';
import type { CompilerProcess } from './process.ts';
import type { Asking, NodeRef, Question, Questions } from './questions.ts';
import { runTogether, type Observer } from './run-together.ts';
import type { Witness } from './witness.ts';

/** Projects without a tsconfig have names in a folder that cannot be. */
export const isInferred = (configFile: string): boolean => configFile.startsWith('/dev/null/');

/** Errors of syntax, extended files that are missing or extend each other. What is wrong with an option is left out. */
const isUnread = (code: number): boolean => code < 2000 || [5012, 5083, 6053, 18000].includes(code);

export interface ProgramDiagnostic {
  readonly file: string;
  readonly code: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule learnt of a file from elsewhere; nothing is empty. */
export type Remembered = (rule: string, file: string) => string;

export interface ProgramHost {
  /** Called between requests to the compiler; throws when the work in hand is no longer wanted. */
  readonly checkpoint: () => void;
  readonly log: (line: string) => void;
  readonly witness?: Witness | undefined;
  /** Which of a program's files are its sources, where these are not the project's own. */
  readonly sources?: ((files: readonly string[]) => readonly string[]) | undefined;
}

export class Program {
  readonly #project: Project;
  /** What each request begins with: a JSON object that is still open. */
  readonly #context: string;
  readonly #process: CompilerProcess;
  readonly #host: ProgramHost;
  /** Answers already known, by question kind and key. */
  readonly #known = new Map<RemoteQuestion, Map<Key, { readonly answer: unknown }>>();
  readonly #memories = new Map<string, Map<unknown, unknown>>();
  readonly #shared = new Map<object, unknown>();
  readonly #kept: Kept;
  #remembered: Remembered | undefined;
  #files: readonly string[] | undefined;
  #sources: readonly SourceFile[] | undefined;
  #hidden: ReadonlySet<string> | undefined;

  /** @param kept what was found out about this project in earlier snapshots, from which only texts of files differ */
  constructor(project: Project, snapshot: number, process: CompilerProcess, host: ProgramHost, kept: Kept) {
    this.#project = project;
    this.#context = `${JSON.stringify({ snapshot, project: project.id }).slice(0, -1)},`;
    this.#process = process;
    this.#host = host;
    this.#kept = kept;
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

  /** All files of the program: those that the tsconfig names, what they import, and the libraries. */
  get files(): readonly string[] {
    this.#files ??= this.#process.guard(() => this.#project.program.getSourceFileNames());
    return this.#files;
  }

  sourceFile(file: string): SourceFile | undefined {
    return this.#process.guard(() => this.#project.program.getSourceFile(file));
  }

  /** All nodes of these kinds in source order, or those in some places. Only they and their ancestors are materialised. */
  nodes(file: SourceFile, kinds: ReadonlySet<number>, isWanted?: PlaceFilter): Node[] {
    return nodesOfKinds(file, kinds, isWanted);
  }

  node(ref: NodeRef): Node | undefined {
    const file = this.sourceFile(ref.file);
    return file && nodeAt(file, ref.index);
  }

  /** What was found out in this program and those before it, from which only function bodies differ. */
  kept(subject: string): Map<unknown, unknown> {
    return this.#kept.memory(subject, this.#allSources(), fn => this.run([exactType(fn, this.#hiddenTypes())])[0]!);
  }

  /** From now on rules are told what an earlier run learnt, instead of finding it out. */
  remember(remembered: Remembered): void {
    this.#remembered = remembered;
  }

  /** Runs question-asking code, all side by side. @throws what `checkpoint` throws. */
  run<T>(askers: Iterable<Asking<T>>, observer?: Observer): T[] {
    return runTogether(askers, {
      observer,
      known: question => this.#known.get(question.kind)?.get(keyOf(question)),
      send: packet => this.#send(packet),
      receive: packet => this.#receive(packet),
      lookUp: question => this.#lookUp(question),
      recall: question => this.#recall(question),
      shared: this.#shared,
    });
  }

  /** Whether a file has no syntax errors. */
  parses(file: string): boolean {
    return this.#process.guard(() => this.#project.program.getSyntacticDiagnostics(file)).length === 0;
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

  /** Why the compiler could not read the tsconfig in full; `undefined` when it could. */
  get configError(): string | undefined {
    const all = this.#process.guard(() => this.#project.program.getConfigFileParsingDiagnostics());
    return all.find(({ code }) => isUnread(code))?.text;
  }

  #lookUp(question: Question<SourceQuestion>): unknown {
    if (isAbout(question, 'node')) return this.node(question.of);
    if (isAbout(question, 'source')) return this.sourceFile(question.of);
    if (!isAbout(question, 'kept')) return this.#allSources();
    return this.kept(question.of);
  }

  #hiddenTypes(): ReadonlySet<string> {
    this.#hidden ??= new Set(this.#allSources().flatMap(hiddenTypesIn));
    return this.#hidden;
  }

  #allSources(): readonly SourceFile[] {
    const { sources = files => files.filter(isOwnSource) } = this.#host;
    this.#sources ??= sources(this.files).flatMap(name => {
      this.#host.checkpoint();
      return this.sourceFile(name) ?? [];
    });
    return this.#sources;
  }

  #recall(question: Question<LocalQuestion>): unknown {
    if (isAbout(question, 'memory')) return this.#memoryOf(question.of);
    if (isAbout(question, 'remembered')) return this.#remembered?.(question.of.rule, question.of.file);
    const { file, kinds, isWanted } = question.of as Questions['nodes']['of'];
    return this.nodes(file, kinds, isWanted);
  }

  #memoryOf(fact: string): Map<unknown, unknown> {
    let memory = this.#memories.get(fact);
    if (!memory) this.#memories.set(fact, (memory = new Map()));
    return memory;
  }

  #send({ kind, entries }: Packet): void {
    this.#host.checkpoint();
    if (kind === 'references') this.#host.witness?.searched();
    const { method, list, params } = ANSWERS[kind];
    const all = entries.map(entry => params(entry.question.of as never));
    const bodies = list ? [{ [list]: all.map(listElement) }] : all;
    this.#process.send(method, bodies.map(body => this.#context + JSON.stringify(body).slice(1)));
  }

  #receive({ kind, entries }: Packet): 'answered' | 'refused' {
    if (!ANSWERS[kind].list) {
      for (const entry of entries) this.#learn(entry, this.#process.receive());
      return 'answered';
    }
    // A node that the compiler panics on fails the whole list: it is alone in the end.
    const reply = this.#process.receive();
    if ('error' in reply && entries.length > 1) return 'refused';
    const replies = 'error' in reply ? [reply] : (reply.value as unknown[]).map(value => ({ value }));
    entries.forEach((entry, i) => this.#learn(entry, replies[i]!));
    return 'answered';
  }

  /** What the compiler refuses to say is taken as "nothing", about which no rule reports. */
  #learn({ question }: Entry, reply: Reply): void {
    const { method, params, read } = ANSWERS[question.kind];
    if ('error' in reply) {
      const about = JSON.stringify(params(question.of as never));
      this.#host.log(`The compiler refused ${method} for ${about}: ${reply.error}`);
    }
    let known = this.#known.get(question.kind);
    if (!known) this.#known.set(question.kind, (known = new Map()));
    known.set(keyOf(question), { answer: read('error' in reply ? undefined : reply.value) });
  }
}
