/** Hears of changes on disk. */

import type { Connection, FileEvent } from 'vscode-languageserver/node';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { PACK_SUFFIX, PROJECT_FILE } from '../../shared/settings.ts';
import type { FileChange } from '../lint/api.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Session } from './session.ts';
import { toFile } from './uris.ts';

const WATCHED = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '**/tsconfig*.json',
  '**/jsconfig*.json',
  '**/package.json',
  // Editors do not watch packages; what installs them writes one of these.
  '**/{package-lock.json,pnpm-lock.yaml,yarn.lock,bun.lock}',
  `**/${PROJECT_FILE}`,
  `**/*${PACK_SUFFIX}`,
];

const KINDS: Readonly<Record<FileChangeType, FileChange['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

const toChange = ({ uri, type }: FileEvent): FileChange => ({ file: toFile(uri), kind: KINDS[type] });

/** Tells the linter of files that change on the disk. */
export function serveWatchedFiles({ analysis, changes, connection, documents }: Session): void {
  connection.onDidChangeWatchedFiles(({ changes: events }) => {
    const onDisk = events.filter(({ uri }) => uri.startsWith('file:')).map(toChange);
    if (onDisk.length === 0) return;
    analysis.tell({ kind: 'filesChanged', changes: onDisk });
    // What an open document says counts, not what is on disk: saving it changes no finding.
    if (onDisk.some(({ file }) => documents.ofFile(file) === undefined)) changes.note('outside');
  });
}

/** Asks the editor to watch. After `initialized`. */
export async function watchFiles(connection: Connection, client: ClientFeatures): Promise<void> {
  if (!client.registersFileWatchers) {
    connection.console.warn('This editor watches no files: changes outside of it are seen after a restart.');
    return;
  }
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: WATCHED.map(globPattern => ({ globPattern })),
  });
}
