/** What the client can do, read once from its `initialize` request. */

import type { InitializeParams } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../shared/requests.ts';
import { toFile } from './uris.ts';

export interface WorkspaceRoot {
  readonly uri: string;
  readonly folder: string;
}

export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersFileWatchers: boolean;
  readonly changesFolders: boolean;
  readonly roots: readonly WorkspaceRoot[];
  readonly options: InitializationOptions;
}

/** Folders on other file systems than the disk cannot be linted as a whole. */
export const asRoots = (folders: readonly { readonly uri: string }[]): readonly WorkspaceRoot[] =>
  folders.filter(({ uri }) => uri.startsWith('file:')).map(({ uri }) => ({ uri, folder: toFile(uri) }));

/** What an editor says of itself when it connects. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = params.capabilities;
  const single = params.rootUri === null ? [] : [{ uri: params.rootUri }];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    roots: asRoots(params.workspaceFolders ?? single),
    options: (params.initializationOptions ?? {}) as InitializationOptions,
  };
}
