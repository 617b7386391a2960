/** Which files of a project see the exports of which: by importing them, or by importing who exports them again. */

import { isExportDeclaration, type Node, type SourceFile } from 'typescript/unstable/ast';
import type { Project } from 'typescript/unstable/sync';

interface Import {
  readonly by: string;
  /** Whether the importing file passes the exports on. */
  readonly reexported: boolean;
}

/** The importers of each of the project's own files; files without importers have an empty set. */
export function importersOf(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const { program } = project;
  const own = program
    .getSourceFileNames()
    .map(file => program.getSourceFile(file))
    .filter(source => source !== undefined)
    .filter(source => !program.isSourceFileFromExternalLibrary(source) && !program.isSourceFileDefaultLibrary(source));
  const nameByPath = new Map<string, string>(own.map(({ path, fileName }) => [path, fileName]));
  const imports = new Map<string, Import[]>(own.map(({ fileName }) => [fileName, []]));
  for (const source of own) {
    for (const { path, specifier } of importedBy(source, project)) {
      const imported = nameByPath.get(path);
      if (imported === undefined) continue;
      imports.get(imported)!.push({ by: source.fileName, reexported: isExportDeclaration(specifier.parent) });
    }
  }
  return new Map(own.map(({ fileName }) => [fileName, importersThrough(fileName, imports)]));
}

/** The modules that a file imports, where the compiler could resolve them. */
function importedBy(source: SourceFile, project: Project): { path: string; specifier: Node }[] {
  if (source.imports.length === 0) return [];
  const symbols = project.checker.getSymbolAtLocation(source.imports);
  return source.imports.flatMap((specifier, i) =>
    (symbols[i]?.declarations ?? []).map(({ path }) => ({ path, specifier })),
  );
}

function importersThrough(file: string, imports: ReadonlyMap<string, readonly Import[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [file];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const { by, reexported } of imports.get(next) ?? []) {
      if (reexported && !found.has(by)) ahead.push(by);
      found.add(by);
    }
  }
  found.delete(file);
  return found;
}
