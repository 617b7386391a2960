// Rows of the tree of blocking paths as VS Code draws them.
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BlockingRowKind } from '../../shared/blocking-paths.ts';
import type { WireBlockingRow } from '../../shared/requests.ts';

export interface PathItem {
  readonly row: WireBlockingRow;
  /** The way from the root: an item that comes back after an edit is as open as it was. */
  readonly id: string;
  readonly parent: PathItem | undefined;
}

/** The items below one. Their ids stay the same as long as the functions have their names. */
export function rowsOf(parent: PathItem, rows: readonly WireBlockingRow[]): PathItem[] {
  const seen = new Map<string, number>();
  return rows.map(row => {
    const times = seen.get(row.name) ?? 0;
    seen.set(row.name, times + 1);
    return { row, id: `${parent.id}/${row.name}#${times}`, parent };
  });
}

/** An icon, and what is said in its place to those who cannot see it. */
const KINDS: Readonly<Record<BlockingRowKind, { readonly icon: ThemeIcon; readonly said: string }>> = {
  leaf: { icon: new ThemeIcon('flame', new ThemeColor('charts.red')), said: 'blocks' },
  step: { icon: new ThemeIcon('symbol-method'), said: 'function' },
  async: { icon: new ThemeIcon('symbol-event', new ThemeColor('charts.blue')), said: 'async context' },
  handler: { icon: new ThemeIcon('server', new ThemeColor('charts.blue')), said: 'request handler' },
  later: { icon: new ThemeIcon('clock'), said: 'callback' },
  module: { icon: new ThemeIcon('file-code'), said: 'module' },
};

/** How VS Code shows an item. */
export function treeItem({ row, id, parent }: PathItem, convert: LanguageClient['protocol2CodeConverter']): TreeItem {
  const { name, detail, at, opens, kind } = row;
  const uri = convert.asUri(at.uri);
  const selection = convert.asRange(at.range);
  const place = `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${selection.start.line + 1}`;
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const item = new TreeItem(name, opens ? (parent ? Collapsed : Expanded) : None);
  item.id = id;
  item.description = [place, detail].filter(text => text !== '').join(' · ');
  item.tooltip = `${name}\n${[KINDS[kind].said, detail].filter(text => text !== '').join(': ')}\n${uri.fsPath}:${selection.start.line + 1}`;
  item.iconPath = KINDS[kind].icon;
  item.contextValue = kind;
  item.accessibilityInformation = {
    label: [name, KINDS[kind].said, detail, place].filter(text => text !== '').join(', '),
  };
  item.command = { title: 'Open', command: 'vscode.open', arguments: [uri, { selection }] };
  return item;
}
