/** Runs over one folder, each with what the one before kept. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import type { FileReport } from '../../shared/finding.ts';
import type { FixesWanted, Linting, Workspace } from '../../server/lint/api.ts';
import { CachedLinting } from '../../server/lint/cache/cached-linting.ts';
import { Store } from '../../server/lint/cache/store.ts';
import type { ConfigOverrides } from '../../server/lint/configurations.ts';
import { createWorkspace, type WorkspaceOptions } from '../../server/lint/workspace.ts';
import type { FileLook } from '../../server/lint/check.ts';
import { noFloatingPromises } from '../../server/rules/no-floating-promises.ts';
import { isFunctionDeclaration, type SourceFile } from '../../server/syntax/ast.ts';
import { Folder } from '../lsp/folder.ts';
import { hostWith } from './workspace-host.ts';

export interface RunOptions {
  readonly overrides?: ConfigOverrides;
  readonly fixes?: FixesWanted;
  readonly version?: string;
  /** Is called before the compiler starts. */
  readonly opening?: () => void;
  /** Is called while the files are linted. */
  readonly meanwhile?: () => void;
}

export interface Outcome {
  readonly reports: readonly FileReport[];
  /** What was linted, sorted, relative to the folder; `undefined` when the compiler was not even started. */
  readonly linted: readonly string[] | undefined;
  /** The functions that rules looked at, by name. */
  readonly lookedAt: readonly string[];
  /** For each compiler that was started, whether it told what it looked at on the disk. */
  readonly compilers: readonly ('told' | 'untold')[];
  /** The files whose projects were loaded because they had been theirs before, relative to the folder. */
  readonly assumed: readonly string[];
}

/** `main` → `service` → `store`; `other` stands alone. */
export const PROJECT = {
  'store.ts': 'export async function save(): Promise<void> {}\nexport function log() {\n  return 1;\n}\n',
  'service.ts': "import { save } from './store.ts';\nexport const run = () => save();\n",
  'main.ts': "import { run } from './service.ts';\nrun();\n",
  'other.ts': 'export const other = 1;\n',
};

/**
 * Call it within a `describe`. What it gives makes a project of some files besides those of `base`, over which one run
 * has been made; it is gone after the test.
 */
export function lintedOnce(
  base: Readonly<Record<string, string>>,
): (files?: Readonly<Record<string, string>>) => CachedRuns {
  const made: CachedRuns[] = [];
  afterEach(() => {
    for (const project of made.splice(0)) project.remove();
  });
  return files => {
    const project = new CachedRuns({ ...base, ...files });
    made.push(project);
    project.run();
    return project;
  };
}

export class CachedRuns extends Folder {
  readonly cache = `${this.path}-results`;
  readonly complaints: string[] = [];

  override remove(): void {
    super.remove();
    rmSync(this.cache, { recursive: true, force: true });
  }

  /** Checks that a run with the cache finds what one without it finds. */
  run(options: RunOptions = {}): Outcome {
    const { cached, fresh } = this.both(options);
    assert.deepEqual(cached.reports, fresh);
    return cached;
  }

  both(options: RunOptions = {}): { readonly cached: Outcome; readonly fresh: readonly FileReport[] } {
    return { cached: this.cachedRun(options), fresh: this.#reports(this.#workspace(options), options) };
  }

  cachedRun(options: RunOptions = {}): Outcome {
    let linted: string[] | undefined;
    const lookedAt: string[] = [];
    const compilers: Outcome['compilers'][number][] = [];
    const assumed: string[] = [];
    const linting = new CachedLinting({
      store: new Store(this.cache, options.version ?? '1.0.0', [options.overrides, options.fixes]),
      openWorkspace: witness => {
        linted = [];
        options.opening?.();
        compilers.push(witness.foreseen ? 'untold' : 'told');
        const look = witness.look.bind(witness);
        witness.look = (input, places) => {
          const looking = look(input, places);
          lookedAt.push(...functionsLookedAt(input.source, looking));
          return looking;
        };
        const workspace = this.#workspace(options, witness);
        const assume = workspace.assumeProjects.bind(workspace);
        workspace.assumeProjects = projects => {
          assumed.push(...[...projects.keys()].map(file => relative(this.path, file)));
          assume(projects);
        };
        const lint = workspace.lint.bind(workspace);
        workspace.lint = (files, fixes) => {
          linted!.push(...files.map(file => relative(this.path, file)).toSorted());
          options.meanwhile?.();
          return lint(files, fixes);
        };
        return workspace;
      },
      notKept: reason => this.complaints.push(reason),
      log: () => undefined,
    });
    return { reports: this.#reports(linting, options), linted, lookedAt, compilers, assumed };
  }

  #workspace({ overrides }: RunOptions, witness?: WorkspaceOptions['witness']): Workspace {
    const options = { ...(overrides && { overrides }), ...(witness && { witness }) };
    return createWorkspace(hostWith({}, () => undefined), { cwd: this.path, lifetime: 'run', ...options });
  }

  #reports(linting: Linting, { fixes = 'none' }: RunOptions): readonly FileReport[] {
    try {
      const files = linting.filesUnder([this.path]);
      assert.deepEqual(linting.configProblems(), []);
      const reports = [...linting.lint(files, fixes)].toSorted((a, b) => (a.file < b.file ? -1 : 1));
      // What is kept went through JSON, where no project and nothing said of one are the same.
      return JSON.parse(JSON.stringify(reports)) as FileReport[];
    } finally {
      linting.dispose();
    }
  }
}

function functionsLookedAt({ statements }: SourceFile, looking: FileLook): string[] {
  const isWanted = looking.isWanted(noFloatingPromises) ?? (() => true);
  return statements.filter(isFunctionDeclaration).flatMap(fn => {
    const [first] = fn.body?.statements ?? [];
    return first && isWanted(first.pos, first.end, first.kind) ? [fn.name!.getText()] : [];
  });
}
