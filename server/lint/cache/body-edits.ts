/**
 * Runs after which some modules hold something else, and nothing else on the disk differs. As long as these import what
 * they did, the compiler looks at nothing new, so nobody has to listen to it, and files belong to the projects that
 * they belonged to. Where only bodies of functions were edited, no program is loaded but those that have them in it.
 */

import { Disk } from '../../engine/disk.ts';
import { guessedNames } from '../../engine/imported-paths.ts';
import type { Module } from '../../engine/modules.ts';
import { isInferred } from '../../engine/program.ts';
import type { Workspace } from '../api.ts';
import type { FromElsewhere } from '../from-elsewhere.ts';
import { onlyImported, partsOfOthers, planFor, stillKnown, type Before, type Plan } from './plan.ts';
import type { Seen } from './seen.ts';
import { looksDifferent, stillRight, type KeptModule } from './still-right.ts';

/** Whether the files that hold something else seem to import what they did. Only the compiler knows for certain. */
export function seemToImportTheSame({ seen, modules }: Before, now: Seen): boolean {
  const disk = new Disk();
  const mayDiffer = new Set(onlyImported(modules));
  return editedIn(seen, now).every(
    file => mayDiffer.has(file) && guessedNames(disk.text(file) ?? '') === modules.get(file)!.paths.names,
  );
}

/** `undefined` where they import something else after all: only a compiler that is listened to tells what follows. */
export function planAfterEdits(
  before: Before,
  now: Seen,
  workspace: Workspace,
  files: readonly string[],
): Plan | undefined {
  const edited = editedIn(before.seen, now);
  const projects = new Map(before.reports.map(({ file, project }) => [file, project]));
  const assume = (some: readonly string[]) =>
    workspace.assumeProjects(new Map(some.map(file => [file, projects.get(file)])));
  const programs = new Set(programsWith(edited, before));
  const isLoose = [...programs].some(isInferred);
  const loaded = isLoose ? files : files.filter(file => programs.has(projects.get(file) ?? ''));
  assume(loaded);
  const found = workspace.dependencies(loaded, () => stillKnown(before, now)).modules;
  if (edited.some(file => before.modules.get(file)!.paths.exact !== found.get(file)?.paths.exact)) return undefined;
  if (isLoose || edited.some(file => !isSameOutside(before.modules.get(file)!, found.get(file)!))) {
    assume(files);
    return planFor(before, now, workspace, files);
  }
  const learnt = workspace.fromElsewhere(loaded, { found: before.fromElsewhere, edited: new Set(edited) });
  const isOther = (file: string) => !programs.has(projects.get(file) ?? '');
  const fromElsewhere = {
    learnt: new Map([...[...before.fromElsewhere.learnt].filter(([file]) => isOther(file)), ...learnt.learnt]),
    searches: new Map([
      ...[...before.fromElsewhere.searches].filter(([name]) => !programs.has(name)),
      ...learnt.searches,
    ]),
  };
  const plan = planWithin(before, now, files, new Map(edited.map(file => [file, found.get(file)!])), fromElsewhere);
  const right = new Set(plan.reports.map(({ file }) => file));
  assume(files.filter(file => !right.has(file)));
  return plan;
}

/** The plan where all modules but those that were edited are as they were, and all projects. */
function planWithin(
  before: Before,
  now: Seen,
  files: readonly string[],
  edited: ReadonlyMap<string, Module>,
  fromElsewhere: FromElsewhere,
): Plan {
  const modules = new Map(
    [...before.modules].map(([file, module]) => [file, edited.get(file) ?? { ...module, text: undefined }]),
  );
  const { shared, programs } = before;
  const projects = new Map(before.reports.map(({ file, project }) => [file, project]));
  const basis = { seen: now, modules, shared, projects, fromElsewhere };
  const reports = stillRight(before.reports, before, basis, new Set());
  return {
    reports,
    parts: partsOfOthers(files, reports, before, basis),
    seen: now,
    grounds: () => ({ modules, shared, programs, fromElsewhere }),
  };
}

const editedIn = (then: Seen, now: Seen): readonly string[] =>
  Object.entries(then.files).flatMap(([file, { hash }]) => (now.files[file]?.hash === hash ? [] : [file]));

const programsWith = (files: readonly string[], { programs }: Before): readonly string[] =>
  [...programs].flatMap(([name, modules]) => (files.some(file => modules.includes(file)) ? [name] : []));

const isSameOutside = (then: KeptModule, now: Module): boolean =>
  !looksDifferent(then, now) && then.reach === now.reach && then.hidden.join() === now.hidden.join();
