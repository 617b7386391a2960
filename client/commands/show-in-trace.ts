import { window, type TextEditor } from 'vscode';
import { SHOW_IN_TRACE_COMMAND } from '../../shared/requests.ts';
import type { TracedSite } from '../../shared/panel/code.ts';
import { runsAsTask } from '../../shared/trace/site.ts';
import type { Command, Session } from './command.ts';

/** Selects a function in the panel: by its site's id, or the one that the cursor is in. */
export const showInTrace: Command = {
  id: SHOW_IN_TRACE_COMMAND,
  run: async (session, argument) => {
    const { last } = session.shown;
    const editor = window.activeTextEditor;
    const site = typeof argument === 'string' ? argument : editor && (await functionAtCursor(session, editor));
    if (last !== undefined && site !== undefined) return last.reveal(site);
    await window.showInformationMessage(
      last === undefined
        ? 'There is no recording yet. Run "Asynclens: Trace File", or open one.'
        : 'The recording knows nothing of this code: it did not run, or has changed since.',
    );
  },
};

async function functionAtCursor({ code }: Session, { document, selection }: TextEditor): Promise<string | undefined> {
  const { line, character } = selection.active;
  const sites = [...(await code.sitesIn(document))].sort((a, b) => a.line - b.line || a.character - b.character);
  const onLine = sites.filter(it => it.line === line);
  const at = onLine.findLast(it => it.character <= character) ?? onLine[0];
  // Between awaits, the function that begins last above the cursor is most likely the one around it.
  const above = (it: TracedSite): boolean => it.line < line && runsAsTask(it.kind);
  return (at ?? sites.findLast(above))?.function;
}
