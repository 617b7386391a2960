// The tree of blocking paths: what blocks a function, or who reaches it, one level at a time.
import {
  commands,
  EventEmitter,
  window,
  type Disposable,
  type LogOutputChannel,
  type Position,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type Uri,
} from 'vscode';
import { LSPErrorCodes, ResponseError, type LanguageClient } from 'vscode-languageclient/node';
import type { BlockingDirection } from '../../shared/blocking-paths.ts';
import {
  BLOCKING_ROOT_REQUEST,
  BLOCKING_ROWS_REQUEST,
  type BlockingRootParams,
  type BlockingRowsParams,
  type WireBlockingRow,
} from '../../shared/requests.ts';
import { rowsOf, treeItem, type PathItem } from './path-items.ts';

const VIEW = 'asynclens.blockingPaths';

/** What the view is about. */
type Shown =
  | { readonly kind: 'nothing' }
  /** `stale`: something changed while nobody looked. */
  | { readonly kind: 'tree'; readonly direction: BlockingDirection; readonly root: PathItem; readonly stale: boolean };

/** Where a tree is to begin: at a place, or with the function of that name nearest to it. */
export interface Start {
  readonly uri: Uri;
  readonly position: Position;
  readonly name?: string;
}

const TITLES: Readonly<Record<BlockingDirection, string>> = { blocks: 'What Blocks', reaches: 'Who Reaches' };

export class BlockingPaths implements TreeDataProvider<PathItem>, Disposable {
  readonly #client: LanguageClient;
  readonly #log: LogOutputChannel;
  readonly #view: TreeView<PathItem>;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  #shown: Shown = { kind: 'nothing' };

  constructor(client: LanguageClient, log: LogOutputChannel) {
    this.#client = client;
    this.#log = log;
    this.#view = window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (visible && this.#shown.kind === 'tree' && this.#shown.stale) this.changed();
    });
  }

  /** Shows a new tree, opened and with the focus. */
  async show(direction: BlockingDirection, start: Start | undefined): Promise<void> {
    const root = start && (await this.#root(direction, start));
    await this.#set(root ? { kind: 'tree', direction, root, stale: false } : { kind: 'nothing' });
    if (root) await this.#view.reveal(root, { focus: true, expand: true });
    else {
      this.#view.message = 'At the cursor is no function of a TypeScript or JavaScript file that Asynclens checks.';
      await commands.executeCommand(`${VIEW}.focus`);
    }
  }

  /** To be called when the tree may be another: it is asked for anew when somebody sees it. */
  changed(): void {
    if (this.#shown.kind === 'nothing') return;
    if (this.#view.visible) this.#refresh().catch((error: unknown) => this.#failed(error));
    else this.#shown = { ...this.#shown, stale: true };
  }

  getTreeItem(item: PathItem): TreeItem {
    return treeItem(item, this.#client.protocol2CodeConverter);
  }

  getParent(item: PathItem): PathItem | undefined {
    return item.parent;
  }

  async getChildren(item?: PathItem): Promise<PathItem[]> {
    if (this.#shown.kind === 'nothing') return [];
    if (!item) return [this.#shown.root];
    if (!item.row.opens) return [];
    const params: BlockingRowsParams = { direction: this.#shown.direction, opens: item.row.opens };
    try {
      return rowsOf(item, await this.#client.sendRequest<WireBlockingRow[]>(BLOCKING_ROWS_REQUEST, params));
    } catch (error) {
      this.#failed(error);
      return [];
    }
  }

  dispose(): void {
    this.#view.dispose();
    this.#changes.dispose();
  }

  async #refresh(): Promise<void> {
    if (this.#shown.kind === 'nothing') return;
    const { direction, root } = this.#shown;
    const { name, at } = root.row;
    const { protocol2CodeConverter: convert } = this.#client;
    const again = await this.#root(direction, {
      uri: convert.asUri(at.uri),
      position: convert.asRange(at.range).start,
      name,
    });
    await this.#set(again ? { kind: 'tree', direction, root: again, stale: false } : { kind: 'nothing' });
    if (!again) this.#view.message = `${name} is not where it was.`;
  }

  async #root(direction: BlockingDirection, { uri, position, name }: Start): Promise<PathItem | undefined> {
    const { code2ProtocolConverter: convert } = this.#client;
    const place = { uri: convert.asUri(uri), position: convert.asPosition(position) };
    const params: BlockingRootParams = { direction, ...place, ...(name !== undefined && { name }) };
    const row = await this.#client.sendRequest<WireBlockingRow | null>(BLOCKING_ROOT_REQUEST, params);
    return row ? { row, id: `${direction} ${row.at.uri} ${row.name}`, parent: undefined } : undefined;
  }

  async #set(shown: Shown): Promise<void> {
    this.#shown = shown;
    this.#view.message = '';
    this.#view.title = shown.kind === 'tree' ? TITLES[shown.direction] : 'Blocking Paths';
    this.#changes.fire(undefined);
    await commands.executeCommand('setContext', VIEW, shown.kind === 'tree' ? shown.direction : undefined);
  }

  /** After an edit meanwhile the server says that the tree changed, and it is asked for again. */
  #failed(error: unknown): void {
    const isStale = error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
    if (!isStale) this.#log.error(`Blocking paths are not known: ${String(error)}`);
  }
}
