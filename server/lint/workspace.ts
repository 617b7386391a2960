/** The linter: engine, projects, configuration and rules put together. */

import { applyEdits, compatible } from '../../shared/apply-edits.ts';
import type { BlockingRow } from '../../shared/blocking-paths.ts';
import type { Edit, FileReport, Finding, Fix, Span } from '../../shared/finding.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import { Disk } from '../engine/disk.ts';
import { Engine } from '../engine/engine.ts';
import type { Lifetime } from '../engine/process.ts';
import type { Program } from '../engine/program.ts';
import { RULES } from '../rules/index.ts';
import type { Report } from '../rules/rule.ts';
import {
  blockingRoot,
  blockingRows,
  type AboutFile,
  type BlockingRootQuery,
  type BlockingRowsQuery,
} from './blocking-paths.ts';
import {
  Cancelled,
  type ConfigProblem,
  type FileChange,
  type LearntBefore,
  type RunWitness,
  type SilencingEdits,
  type UnreadTsconfig,
  type Workspace,
  type WorkspaceHost,
} from './api.ts';
import { check, type CheckInput, type FileLook, type FileSetting } from './check.ts';
import { CommandFiles } from './command-files.ts';
import { startsComment } from './comment-position.ts';
import { compilerErrorFixes, type CompilerError } from './compiler-errors.ts';
import { Configurations, type ConfigOverrides } from './configurations.ts';
import { dependenciesOf, type Dependencies, type Known } from './dependencies.ts';
import { Places, toFindings } from './findings.ts';
import { FixVerification } from './fix-verification.ts';
import { isLearntAgain, learnFromElsewhere, rememberIn, type FromElsewhere } from './from-elsewhere.ts';
import { Relint } from './known-findings.ts';
import { fixesOf, type FixesWanted } from './mending.ts';
import { JavaScriptOfPackages, type PackageCodeOptions } from './package-code/package-code.ts';
import { Projects, type Group } from './projects.ts';
import { notReportedByCompiler } from './reported-by-compiler.ts';
import { RULE_METAS } from './rule-list.ts';
import { mayChangePackages } from './source-files.ts';
import { disableForFile, disableForLine } from './suppression-edits.ts';
import { findingsOfComments } from './suppression-findings.ts';
import { Suppressions } from './suppressions.ts';
import { textDifference } from './text-difference.ts';
import { Unparsed } from './unparsed.ts';
import { warningFixes, type WarningQuery } from './warning-fixes.ts';

export interface WorkspaceOptions {
  /** Where relative things are relative to when no configuration file says so. Absolute. */
  readonly cwd: string;
  readonly overrides?: ConfigOverrides;
  /** Whether the workspace serves one run or an editor's session: the compiler trades memory for time by it. */
  readonly lifetime: Lifetime;
  /** Whether somebody else shows the compiler's own errors beside the findings, as editors do. */
  readonly besideCompilerErrors?: boolean;
  readonly witness?: RunWitness;
  /** Where what packages do is kept for later runs, and by which version of Asynclens; nowhere where it is left out. */
  readonly keepIn?: PackageCodeOptions['keepIn'];
}

/** Few enough that a report comes soon, enough that questions come in large batches. */
const FILES_PER_CHECK = 100;
/** Fixing may uncover something to fix; more passes than this never end. */
const MAX_FIX_PASSES = 10;

export function createWorkspace(host: WorkspaceHost, options: WorkspaceOptions): Workspace {
  return new LintWorkspace(host, options);
}

class LintWorkspace implements Workspace {
  readonly #host: WorkspaceHost;
  readonly #cwd: string;
  readonly #engine: Engine;
  readonly #projects: Projects;
  readonly #configurations: Configurations;
  readonly #commands: CommandFiles;
  readonly #packageCode: JavaScriptOfPackages;
  readonly #besideCompilerErrors: boolean;
  /** The files that are open in an editor. */
  readonly #documents = new Set<string>();
  readonly #unparsed = new Unparsed();
  readonly #witness: RunWitness | undefined;

  constructor(host: WorkspaceHost, options: WorkspaceOptions) {
    const { cwd, overrides, lifetime, besideCompilerErrors = false, witness, keepIn } = options;
    this.#host = host;
    this.#cwd = cwd;
    this.#besideCompilerErrors = besideCompilerErrors;
    this.#witness = witness;
    const checkpoint = () => {
      if (host.cancelled()) throw new Cancelled();
    };
    const disk = new Disk(witness);
    const engineHost = { checkpoint, log: host.log, started: host.compilerStarted, witness };
    this.#engine = new Engine(cwd, lifetime, engineHost, disk);
    const { packageReader = () => undefined } = host;
    const reading = { cwd, host: { checkpoint, log: host.log }, packageReader };
    this.#packageCode = new JavaScriptOfPackages({ ...reading, witness, keepIn });
    this.#projects = new Projects(this.#engine, disk);
    this.#commands = new CommandFiles(disk);
    this.#configurations = new Configurations(RULE_METAS, file => this.#engine.textOf(file), overrides);
  }

  setDocument(file: string, text: string): void {
    this.#documents.add(file);
    this.#engine.setText(file, text);
    this.#configurations.changed(file);
  }

  closeDocument(file: string): void {
    this.#documents.delete(file);
    this.#engine.setText(file, undefined);
    this.#configurations.changed(file);
    this.#projects.forget(file);
    this.#unparsed.closed(file);
  }

  filesChanged(changes: readonly FileChange[]): void {
    if (changes.some(({ file }) => mayChangePackages(file))) this.#packageCode.changed();
    for (const { file, kind } of changes) {
      this.#engine.fileChanged(file, kind);
      this.#configurations.changed(file);
      if (kind === 'deleted') this.#projects.forget(file);
      if (/\/[tj]sconfig[^/]*\.json$/.test(file)) this.#projects.tsconfigChanged(file);
    }
  }

  filesUnder(paths: readonly string[], project?: string): readonly string[] {
    return this.#projects.filesUnder(paths, project).filter(file => !this.#configOf(file).ignored);
  }

  assumeProjects(projects: ReadonlyMap<string, string | undefined>): void {
    this.#projects.assume(projects);
  }

  *lint(files: readonly string[], fixes: FixesWanted): Iterable<FileReport> {
    const wanted = files.filter(file => !this.#configOf(file).ignored);
    this.#projects.open(wanted);
    const groups = this.#engine.use(snapshot => this.#projects.groups(wanted, snapshot).map(group => group.files));
    for (const group of groups) {
      for (let start = 0; start < group.length; start += FILES_PER_CHECK) {
        const chunk = group.slice(start, start + FILES_PER_CHECK);
        yield* this.#engine.use(snapshot =>
          this.#projects.groups(chunk, snapshot).flatMap(one => this.#lintGroup(one, fixes)),
        );
      }
    }
  }

  dependencies(files: readonly string[], known: () => Known): Dependencies {
    this.#projects.open(files);
    return this.#engine.use(snapshot =>
      dependenciesOf(this.#projects.groups(files, snapshot), known(), file => this.#engine.textOf(file)),
    );
  }

  fromElsewhere(files: readonly string[], before?: LearntBefore): FromElsewhere {
    this.#projects.open(files);
    const found = this.#engine.use(snapshot =>
      this.#projects.groups(files, snapshot).map(group => this.#fromElsewhere(group, before)),
    );
    return {
      learnt: new Map(found.flatMap(({ learnt }) => [...learnt])),
      searches: new Map(found.flatMap(({ searches }) => [...searches])),
    };
  }

  findingsAt(file: string, start: number, end: number): readonly Finding[] {
    const touches = ({ span }: Finding) => span.start.offset <= end && start <= span.end.offset;
    const hasAny = [...this.lint([file], 'none')].some(({ findings }) => findings.some(touches));
    return hasAny ? this.#lintOne(file, 'all', touches) : [];
  }

  compilerErrorFixes(file: string, error: CompilerError): readonly Fix[] {
    if (this.#configOf(file).ignored) return [];
    this.#projects.open([file]);
    return this.#engine.use(now => {
      const program = this.#projects.programOf(file, now);
      return program ? compilerErrorFixes(program, file, error, this.#places(), this.#verification()) : [];
    });
  }

  warningFixes(file: string, warning: WarningQuery): readonly Fix[] {
    const files = [...new Set(warning.spans.map(span => span.file))].filter(it => !this.#configOf(it).ignored);
    this.#projects.open([file, ...files]);
    return this.#engine.use(now => {
      const program = this.#projects.programOf(file, now);
      const inputs = program ? files.flatMap(it => this.#input(program, it) ?? []) : [];
      return program ? warningFixes(program, warning, inputs, this.#places(), this.#verification()) : [];
    });
  }

  blockingRoot(file: string, query: BlockingRootQuery): BlockingRow<Span> | undefined {
    return this.#inProgram(file, about => blockingRoot(about, query));
  }

  blockingRows(file: string, query: BlockingRowsQuery): readonly BlockingRow<Span>[] {
    return this.#inProgram(file, about => blockingRows(about, query)) ?? [];
  }

  fixAll(file: string): readonly Edit[] {
    const original = this.#engine.textOf(file) ?? '';
    let edits: readonly Edit[] = [];
    let text = original;
    for (let pass = 0; pass < MAX_FIX_PASSES; pass++) {
      const found = this.#engine.useWith(new Map([[file, text]]), () => this.#lintOne(file, 'safe', () => true));
      const fixes = compatible(found.flatMap(finding => finding.fixes.slice(0, 1)));
      if (fixes.length === 0) break;
      const more = fixes.flatMap(fix => fix.edits);
      text = applyEdits(text, more);
      edits = pass === 0 ? more : [this.#replacement(file, original, text)];
    }
    return edits;
  }

  silencingEdits(rule: string, span: Span): SilencingEdits {
    this.#projects.open([span.file]);
    const source = this.#engine.use(now => this.#projects.programOf(span.file, now)?.sourceFile(span.file));
    if (!source) throw new Error(`${span.file} is not known to the compiler: it may have been deleted or renamed.`);
    return { line: disableForLine(source, rule, span), file: disableForFile(source, rule, span.file) };
  }

  configProblems(): readonly ConfigProblem[] {
    return this.#configurations.problems();
  }

  unreadTsconfigs(): readonly UnreadTsconfig[] {
    return this.#engine.use(snapshot => this.#projects.unread(snapshot));
  }

  dispose(): void {
    this.#engine.dispose();
  }

  #configOf(file: string) {
    return this.#configurations.for(file, this.#host.settingsFor(file));
  }

  /** `undefined` for a file that is not linted. */
  #inProgram<T>(file: string, work: (about: AboutFile) => T): T | undefined {
    if (this.#configOf(file).ignored) return undefined;
    this.#projects.open([file]);
    return this.#engine.use(now => {
      const program = this.#projects.programOf(file, now);
      const input = program && this.#input(program, file);
      return input && work({ program, ...input, places: this.#places() });
    });
  }

  #fromElsewhere({ program, files }: Group, before: LearntBefore | undefined): FromElsewhere {
    const searches = before?.found.searches.get(program.configFile);
    if (before && searches) {
      const edited = program.files
        .filter(file => before.edited.has(file))
        .flatMap(file => program.sourceFile(file) ?? []);
      const { learnt } = before.found;
      if (isLearntAgain(program, files.map(file => this.#setting(file)), searches, RULES, edited)) {
        rememberIn(program, learnt);
        const ofThese = files.flatMap(file => (learnt.has(file) ? [[file, learnt.get(file)!] as const] : []));
        return { learnt: new Map(ofThese), searches: new Map([[program.configFile, searches]]) };
      }
    }
    return learnFromElsewhere(program, files.flatMap(file => this.#input(program, file) ?? []), RULES);
  }

  #lintOne(file: string, fixes: FixesWanted, filter: (finding: Finding) => boolean): readonly Finding[] {
    if (this.#configOf(file).ignored) return [];
    this.#projects.open([file]);
    return this.#engine.use(snapshot =>
      this.#projects.groups([file], snapshot).flatMap(group => this.#lintGroup(group, fixes, filter)),
    ).flatMap(report => report.findings);
  }

  /** Findings in documents that do not parse stay where somebody types: nobody is offered a fix for them. */
  #lintGroup({ program, files }: Group, wanted: FixesWanted, filter = (_: Finding) => true): FileReport[] {
    const places = this.#places();
    const inputs = files.flatMap(file => this.#input(program, file) ?? []);
    const typed = inputs.filter(({ source }) => wanted === 'none' && this.#documents.has(source.fileName));
    const stay = new Map(typed.map(input => [input, this.#unparsed.findings(program, input, places)]));
    const looked = inputs.filter(input => !stay.get(input));
    const found = this.#look(program, looked, wanted, filter, places);
    for (const input of typed) if (found.has(input)) this.#unparsed.looked(program, input, found.get(input)!);
    return inputs.map(input => ({
      file: input.source.fileName,
      findings: stay.get(input) ?? found.get(input)!,
      project: program.isLoose ? undefined : program.configFile,
    }));
  }

  #look(
    program: Program,
    inputs: readonly CheckInput[],
    wanted: FixesWanted,
    filter: (finding: Finding) => boolean,
    places: Places,
  ): ReadonlyMap<CheckInput, readonly Finding[]> {
    const found = this.#check(program, inputs, wanted, places);
    const kept = inputs.map((input, i) => unsuppressed(input, found[i]!, filter));
    const reports = kept.flatMap(({ found }) => found.flatMap(({ report }) => report ?? []));
    const fixes = fixesOf(program, reports, wanted, places, this.#verification());
    const withFixes = ({ report, finding }: Found) => ({ ...finding, fixes: (report && fixes.get(report)) ?? [] });
    return new Map(kept.map(({ found, ofComments }, i) => [inputs[i]!, [...found.map(withFixes), ...ofComments]]));
  }

  /** What rules find in each file. In documents, what is known already is not looked for again. */
  #check(program: Program, inputs: readonly CheckInput[], wanted: FixesWanted, places: Places): Found[][] {
    const looks = inputs.map(input => this.#lookAt(program, input, wanted, places));
    const observed = inputs.map((input, i) => ({ ...input, observer: looks[i] }));
    const checked = check(program, observed, RULES).map((file, i) =>
      this.#besideCompilerErrors ? notReportedByCompiler(program, inputs[i]!.source.fileName, file) : file,
    );
    return checked.map((file, i) => {
      const findings = toFindings(program, file, places);
      const reports = new Map(file.map(({ report }, j) => [findings[j]!, report]));
      const all = looks[i]?.finish(file, findings) ?? findings;
      return all.map(finding => ({ finding, report: reports.get(finding) }));
    });
  }

  #lookAt(program: Program, input: CheckInput, wanted: FixesWanted, places: Places): FileLook | undefined {
    const isRelinted = wanted === 'none' && this.#documents.has(input.source.fileName);
    return isRelinted ? new Relint(program, input, RULES, places) : this.#witness?.look(input, places);
  }

  #input(program: Program, file: string): CheckInput | undefined {
    const source = program.sourceFile(file);
    return source && { source, ...this.#setting(file) };
  }

  /** Of the texts as they are now. */
  #places(): Places {
    return new Places(file => this.#engine.textOf(file));
  }

  #verification(): FixVerification {
    return new FixVerification(this.#engine, this.#projects);
  }

  #setting(file: string): FileSetting {
    const config = this.#configOf(file);
    const isCommand = this.#commands.has(file);
    return { config, root: config.folder ?? this.#cwd, isCommand, packageCode: this.#packageCode };
  }

  /** One edit that turns a text into another: what they begin and end with alike is left alone. */
  #replacement(file: string, before: string, after: string): Edit {
    const { start, end, newEnd } = textDifference(before, after);
    const places = new Places(() => before);
    return { span: places.span(file, start, end), text: after.slice(start, newEnd) };
  }
}

/** A finding, with the report that it comes from where fixes may be wanted. */
interface Found {
  readonly finding: Finding;
  readonly report: Report | undefined;
}

/** Findings that no comment silences, and what is to be said of the comments themselves. */
function unsuppressed({ source, config }: CheckInput, all: readonly Found[], filter: (finding: Finding) => boolean) {
  const suppressions = new Suppressions(source.text, offset => startsComment(source, offset));
  const found = all.filter(
    ({ finding }) => !suppressions.suppresses(META_OF.get(finding.rule)!, finding.span) && filter(finding),
  );
  return { found, ofComments: findingsOfComments(source, suppressions, config).filter(filter) };
}

const META_OF: ReadonlyMap<string, RuleMeta> = new Map(RULE_METAS.map(meta => [meta.name, meta]));
