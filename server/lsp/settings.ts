/** The editor's settings for each workspace folder, asked for again whenever they may have changed. */

import type { Connection } from 'vscode-languageserver/node';
import { DidChangeConfigurationNotification, Emitter } from 'vscode-languageserver/node';
import type { EditorSettings } from '../../shared/settings.ts';
import type { ClientFeatures, WorkspaceRoot } from './client-features.ts';
import { asRoots } from './client-features.ts';
import { readSettings } from './read-settings.ts';
import type { SettingsByFolder } from './settings-by-folder.ts';
import { settingsFor } from './settings-by-folder.ts';

const SECTION = 'asynclens';

export class Settings {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #changes = new Emitter<void>();
  #roots: readonly WorkspaceRoot[];
  #all: SettingsByFolder;

  /** Settings or workspace folders are others than before. */
  readonly onChange = this.#changes.event;

  constructor(connection: Connection, client: ClientFeatures) {
    this.#connection = connection;
    this.#client = client;
    this.#roots = client.roots;
    this.#all = this.#everywhere(client.options.settings);
    connection.onDidChangeConfiguration(async ({ settings }) => {
      if (client.answersConfiguration) await this.load();
      else this.#all = this.#everywhere((settings as { [SECTION]?: unknown } | null)?.[SECTION]);
      this.#changes.fire();
    });
  }

  /** Loads the settings for the first time, and sees to it that changes of them are heard of. */
  async start(): Promise<void> {
    if (this.#client.changesFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#move(added, removed).catch((error: unknown) =>
          this.#connection.console.error(`The settings of the new folders are not known: ${String(error)}`),
        );
      });
    }
    if (this.#client.registersConfigurationChanges) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    if (this.#client.answersConfiguration) await this.load();
  }

  get all(): SettingsByFolder {
    return this.#all;
  }

  get roots(): readonly WorkspaceRoot[] {
    return this.#roots;
  }

  for(file: string): EditorSettings {
    return settingsFor(this.#all, file);
  }

  async load(): Promise<void> {
    const roots = this.#roots;
    const [elsewhere, ...each] = await this.#connection.workspace.getConfiguration([
      { section: SECTION },
      ...roots.map(({ uri }) => ({ section: SECTION, scopeUri: uri })),
    ]);
    this.#all = {
      elsewhere: readSettings(elsewhere),
      folders: roots.map(({ folder }, index) => ({ folder, settings: readSettings(each[index]) })),
    };
  }

  #everywhere(value: unknown): SettingsByFolder {
    return { elsewhere: readSettings(value), folders: [] };
  }

  async #move(added: readonly { uri: string }[], removed: readonly { uri: string }[]): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#roots = [...this.#roots.filter(({ uri }) => !gone.has(uri)), ...asRoots(added)];
    if (this.#client.answersConfiguration) await this.load();
    this.#changes.fire();
  }
}
