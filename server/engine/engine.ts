/**
 * One compiler process and the state it has to be in: open projects and files, unsaved texts, pending
 * file changes. A process that dies is replaced by one in the same state.
 */

import type { Project, Snapshot as NativeSnapshot } from 'typescript/unstable/sync';
import { PendingChanges } from './changes.ts';
import { Disk } from './disk.ts';
import { Kept } from './kept.ts';
import { CompilerDied, CompilerProcess, type Lifetime } from './process.ts';
import { isInferred, Program, type ProgramHost } from './program.ts';
import { RequestMisread, type Pace } from './requests.ts';
import { modernise } from './tsconfig-compat.ts';

export interface EngineHost extends ProgramHost {
  /** `reason` says why the process before this one ended; `undefined` for the first. */
  readonly started: (pid: number, reason: string | undefined) => void;
  /** `one by one` for programs of which it is known that the compiler looks at the disk while it answers. */
  readonly pace?: Pace;
}

/** The compiler could not be started, or died again and again. The message says what to do. */
export class CompilerUnavailable extends Error {
  override readonly name = 'CompilerUnavailable';
}

/** All projects at one moment. Never kept across calls: the next change makes a new one. */
export interface Snapshot {
  programOf(tsconfig: string): Program | undefined;
  /** The project made up for loose files, for one that `locate` found to be such. */
  programOfLoose(file: string): Program | undefined;
}

/** A snapshot as the compiler has it, and as others see it. */
interface View {
  readonly native: NativeSnapshot;
  readonly snapshot: Snapshot;
}

interface Stopped {
  readonly kind: 'stopped';
  readonly reason: string | undefined;
}

interface Running {
  readonly kind: 'running';
  readonly process: CompilerProcess;
  view: View | undefined;
  /** To be released after the next update: the compiler tells what changed since the snapshot made last. */
  retired: View[];
}

const MAX_DEATHS_PER_MINUTE = 3;

export class Engine {
  readonly #cwd: string;
  readonly #lifetime: Lifetime;
  readonly #host: EngineHost;
  readonly #disk: Disk;
  readonly #overlay = new Map<string, string>();
  readonly #projects = new Set<string>();
  /** Files that no project holds. */
  readonly #loose = new Set<string>();
  /** What was found out about each project, by its tsconfig. */
  readonly #kept = new Map<string, Kept>();
  #changes = new PendingChanges();
  #state: Stopped | Running = { kind: 'stopped', reason: undefined };
  #pace: Pace;
  #deaths: number[] = [];

  constructor(cwd: string, lifetime: Lifetime, host: EngineHost, disk = new Disk()) {
    this.#cwd = cwd;
    this.#lifetime = lifetime;
    this.#host = host;
    this.#disk = disk;
    this.#pace = host.pace ?? 'ahead';
  }

  /** Lets `text` stand for what is on disk, which need not exist. `undefined` takes it away again. */
  setText(file: string, text: string | undefined): void {
    if (text === undefined) this.#overlay.delete(file);
    else this.#overlay.set(file, text);
    this.#changes.file(file, 'changed');
  }

  /** The text the compiler sees; `undefined` when there is no such file. */
  textOf(file: string): string | undefined {
    return this.#overlay.get(file) ?? this.#disk.text(file);
  }

  fileChanged(file: string, kind: 'created' | 'changed' | 'deleted'): void {
    this.#changes.file(file, kind);
  }

  /** Loads a project. `tsconfig` must exist: a missing one would poison the compiler's session. */
  openProject(tsconfig: string): void {
    if (this.#projects.has(tsconfig)) return;
    this.#projects.add(tsconfig);
    this.#changes.open('project', tsconfig);
  }

  closeProject(tsconfig: string): void {
    if (this.#projects.delete(tsconfig)) this.#changes.close('project', tsconfig);
  }

  /**
   * Finds and loads the project of each file: the nearest that holds it, as an editor would. A file without
   * one is kept open as a loose file.
   */
  locate(files: readonly string[]): Map<string, string | undefined> {
    for (const file of files) this.openLoose(file);
    const found = this.use(() => new Map(files.map(file => [file, this.#configFor(file)])));
    for (const [file, tsconfig] of found) {
      if (!tsconfig) continue;
      // The text of a file opened by itself is fixed; held by its project alone it can change.
      this.closeLoose(file);
      this.openProject(tsconfig);
      this.#changes.file(file, 'changed');
    }
    return found;
  }

  /** Holds a file that is in no project. */
  openLoose(file: string): void {
    if (this.#loose.has(file)) return;
    this.#loose.add(file);
    this.#changes.open('file', file);
  }

  closeLoose(file: string): void {
    if (this.#loose.delete(file)) this.#changes.close('file', file);
  }

  /**
   * Hands the present state of all projects to `work`. When the compiler dies meanwhile, it is started
   * again and `work` repeated.
   * @throws CompilerUnavailable, and whatever `work` throws
   */
  use<T>(work: (snapshot: Snapshot) => T): T {
    for (;;) {
      try {
        return work(this.#current());
      } catch (error) {
        if (error instanceof RequestMisread) this.#slowDown();
        else if (error instanceof CompilerDied) this.#died(error.message);
        else throw error;
      }
    }
  }

  /**
   * Like `use`, with other texts for some files during `work` only. The live snapshot stays as it is,
   * with all that its checkers have worked out so far.
   */
  useWith<T>(texts: ReadonlyMap<string, string>, work: (snapshot: Snapshot) => T): T {
    this.use(() => undefined);
    const before = [...texts.keys()].map(file => [file, this.#overlay.get(file)] as const);
    const state = this.#state;
    const live = state.kind === 'running' ? state.view : undefined;
    if (state.kind === 'running') state.view = undefined;
    for (const [file, text] of texts) this.setText(file, text);
    try {
      return this.use(work);
    } finally {
      for (const [file, text] of before) this.setText(file, text);
      if (state === this.#state && state.kind === 'running' && live) {
        if (state.view) state.retired.push(state.view);
        state.view = live;
        this.#changes.postpone([...texts.keys()]);
      }
    }
  }

  dispose(): void {
    if (this.#state.kind === 'running') this.#state.process.close();
    this.#state = { kind: 'stopped', reason: undefined };
  }

  #current(): Snapshot {
    this.#closeVanished();
    const state = this.#state.kind === 'running' ? this.#state : this.#start(this.#state.reason);
    this.#state = state;
    if (state.view && this.#changes.empty) return state.view.snapshot;
    if (!this.#changes.onlyTexts) this.#kept.clear();
    for (const update of this.#changes.take(this.#loose)) {
      const native = state.process.update(update);
      if (state.view) state.retired.push(state.view);
      for (const { native: retired } of state.retired.splice(0)) state.process.guard(() => retired.dispose());
      state.view = { native, snapshot: this.#view(native, state.process) };
    }
    return state.view!.snapshot;
  }

  /** Nobody is told of each file in a folder that is deleted, and one missing project fails every later update. */
  #closeVanished(): void {
    for (const tsconfig of [...this.#projects]) if (!this.#disk.has(tsconfig)) this.closeProject(tsconfig);
  }

  #configFor(file: string): string | undefined {
    if (this.#state.kind !== 'running') return undefined;
    const { process, view } = this.#state;
    const config = process.guard(() => view?.native.getDefaultProjectForFile(file))?.configFileName;
    return config === undefined || isInferred(config) ? undefined : config;
  }

  #start(reason: string | undefined): Running {
    const foreseen = this.#host.witness?.foreseen;
    const isUntold = foreseen && !foreseen.some(file => this.#textFor(file) !== undefined);
    const fs = isUntold ? undefined : this.#disk.callbacks(file => this.#textFor(file));
    const process = new CompilerProcess(this.#cwd, this.#lifetime, this.#pace, fs);
    this.#changes = new PendingChanges(this.#projects, this.#loose);
    this.#host.started(process.pid, reason);
    return { kind: 'running', process, view: undefined, retired: [] };
  }

  /** What the compiler is to read instead of the disk's text; `undefined` where it may read the disk. */
  #textFor(file: string): string | undefined {
    const text = this.#overlay.get(file);
    if (!file.endsWith('.json') || file.endsWith('/package.json')) return text;
    const config = text ?? this.#disk.text(file);
    return config === undefined ? undefined : (modernise(file, config) ?? text);
  }

  #view(native: NativeSnapshot, process: CompilerProcess): Snapshot {
    const programs = new Map<string, Program>();
    const wrap = (project: Project | undefined) => {
      if (!project) return undefined;
      let program = programs.get(project.configFileName);
      if (!program) {
        program = new Program(project, native.id, process, this.#host, this.#keptOf(project.configFileName));
        programs.set(project.configFileName, program);
      }
      return program;
    };
    return {
      programOf: tsconfig => wrap(native.getProject(tsconfig)),
      programOfLoose: file => wrap(process.guard(() => native.getDefaultProjectForFile(file))),
    };
  }

  #keptOf(project: string): Kept {
    let kept = this.#kept.get(project);
    if (!kept) this.#kept.set(project, (kept = new Kept()));
    return kept;
  }

  /** For good: what made the compiler read a file once will do so again. */
  #slowDown(): void {
    this.dispose();
    this.#pace = 'one by one';
    this.#host.log('The compiler reads files while it answers: it is started again and asked one question at a time.');
  }

  #died(reason: string): void {
    this.dispose();
    this.#state = { kind: 'stopped', reason };
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter(at => now - at < 60_000), now];
    if (this.#deaths.length > MAX_DEATHS_PER_MINUTE) {
      this.#deaths = [];
      throw new CompilerUnavailable(
        `The TypeScript compiler ended ${MAX_DEATHS_PER_MINUTE + 1} times within a minute (${reason}). ` +
          'Restart Asynclens to try again; if it keeps happening, lower the number of open projects or report it.',
      );
    }
  }
}
