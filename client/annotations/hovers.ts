// The whole of what is known of a function or an await, where the mouse is.
import { Hover, languages, MarkdownString, Range, type Disposable, type HoverProvider } from 'vscode';
import { evidenceInWords } from '../../shared/evidence.ts';
import type { TracedSite } from '../../shared/panel/code.ts';
import { runsAsTask } from '../../shared/trace/site.ts';
import { duration } from '../../shared/words.ts';
import { showInTrace } from '../commands/show-in-trace.ts';
import { SOURCES } from '../documents.ts';
import type { TracedCode } from './traced-code.ts';

/** Milliseconds. */
const WORTH_TELLING = 0.1;

export function registerHovers(code: TracedCode): Disposable {
  const provider: HoverProvider = {
    provideHover: async (document, { line, character }) => {
      const sites = await code.sitesIn(document);
      const here = sites.filter(it => it.line === line && it.character <= character && character < it.end);
      // Of nested ones, the innermost begins last.
      const site = here.sort((a, b) => b.character - a.character)[0];
      return site && new Hover(story(site), new Range(line, site.character, line, site.end));
    },
  };
  return languages.registerHoverProvider(SOURCES, provider);
}

function sums({ kind, running, ready, suspended }: TracedSite): string[] {
  return [
    ...(runsAsTask(kind) ? [`ran itself for ${duration(running)}`] : []),
    `was suspended for ${duration(suspended)}`,
    ...(ready < WORTH_TELLING ? [] : [`was ready but had to wait for ${duration(ready)}`]),
  ];
}

/** Texts from a recording are shown as text: a recording may come from anywhere. */
function story(site: TracedSite): MarkdownString {
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: [showInTrace.id] };
  const paragraph = (content: string): unknown => text.appendMarkdown(`${escaped(content)}\n\n`);
  paragraph(evidenceInWords(site));
  if (site.durations !== undefined) paragraph(`In all: ${sums(site).join(', ')}; p95 ${duration(site.durations.p95)}.`);
  for (const sentence of site.story) text.appendMarkdown(`- ${escaped(sentence)}\n`);
  const argument = encodeURIComponent(JSON.stringify([site.function]));
  text.appendMarkdown(`\n$(pulse) [Show in Trace](command:${showInTrace.id}?${argument})`);
  return text;
}

/** As Markdown; `appendText` would keep lines from wrapping. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
