import { window } from 'vscode';
import type { BlockingDirection } from '../../shared/blocking-paths.ts';
import { SHOW_WHAT_BLOCKS_COMMAND, type WireLocation } from '../../shared/requests.ts';
import type { Start } from '../views/blocking-paths.ts';
import type { PathItem } from '../views/path-items.ts';
import type { Command, Session } from './command.ts';

/** Shows what blocks the function at the cursor, at the place given, or of the row given. */
export const showWhatBlocks: Command = {
  id: SHOW_WHAT_BLOCKS_COMMAND,
  run: (session, argument) => show('blocks', session, argument),
};

/** Shows who reaches the function that the cursor is on, or in, or that of the row given. */
export const showWhoReaches: Command = {
  id: 'asynclens.showWhoReaches',
  run: (session, argument) => show('reaches', session, argument),
};

const show = (direction: BlockingDirection, session: Session, argument: unknown): Promise<void> =>
  session.blockingPaths.show(direction, startOf(session, argument));

/** Without an argument, or with that of a menu of the editor, the cursor counts. */
function startOf({ server: { client } }: Session, argument: unknown): Start | undefined {
  const at = ({ uri, range }: WireLocation): Start => ({
    uri: client.protocol2CodeConverter.asUri(uri),
    position: client.protocol2CodeConverter.asRange(range).start,
  });
  if (isRow(argument)) return { ...at(argument.row.opens ?? argument.row.at), name: argument.row.name };
  if (isLocation(argument)) return at(argument);
  const editor = window.activeTextEditor;
  return editor && { uri: editor.document.uri, position: editor.selection.active };
}

const has = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && key in value;
const isRow = (value: unknown): value is PathItem => has(value, 'row');
const isLocation = (value: unknown): value is WireLocation => has(value, 'range');
