// Above each function that ran as a task: how often, and for how long.
import { CodeLens, languages, Range, type CodeLensProvider, type Disposable } from 'vscode';
import type { SiteKind } from '../../shared/trace/site.ts';
import { showInTrace } from '../commands/show-in-trace.ts';
import { SOURCES } from '../documents.ts';
import type { TracedCode } from './traced-code.ts';
import { lensTitle } from './words.ts';

const WITH_LENS: readonly SiteKind[] = ['function', 'generator'];

export function registerLenses(code: TracedCode): Disposable {
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: code.onChange,
    provideCodeLenses: async document => {
      const sites = await code.sitesIn(document);
      return sites
        .filter(({ kind }) => WITH_LENS.includes(kind))
        .map(site => {
          const title = `$(pulse) ${lensTitle(site)}`;
          const tooltip = 'Show in Trace';
          const range = new Range(site.line, site.character, site.line, site.end);
          return new CodeLens(range, { title, tooltip, command: showInTrace.id, arguments: [site.function] });
        });
    },
  };
  return languages.registerCodeLensProvider(SOURCES, provider);
}
