/** `asynclens/blockingRoot` and `asynclens/blockingRows`: the tree of blocking paths, level by level. */

import { RequestType } from 'vscode-languageserver/node';
import type { BlockingRow } from '../../shared/blocking-paths.ts';
import type { Span } from '../../shared/finding.ts';
import {
  BLOCKING_PATHS_CHANGED,
  BLOCKING_ROOT_REQUEST,
  BLOCKING_ROWS_REQUEST,
  type BlockingRootParams,
  type BlockingRowsParams,
  type WireBlockingRow,
  type WireLocation,
} from '../../shared/requests.ts';
import { answering } from './answering.ts';
import { toRange } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Session } from './session.ts';
import { kindOf, toFile } from './uris.ts';

const ROOT = new RequestType<BlockingRootParams, WireBlockingRow | null, void>(BLOCKING_ROOT_REQUEST);
const ROWS = new RequestType<BlockingRowsParams, WireBlockingRow[], void>(BLOCKING_ROWS_REQUEST);

export function serveBlockingPaths(session: Session): void {
  const { analysis, changes, connection, documents, settings } = session;
  const sourceAt = (uri: string): string | undefined => {
    const file = documents.get(uri)?.file ?? (uri.startsWith('file:') ? toFile(uri) : undefined);
    return file !== undefined && kindOf(file) === 'source' && settings.for(file).enable ? file : undefined;
  };

  connection.onRequest(ROOT, ({ direction, uri, position, name }, token) =>
    answering(session, 'forget it', async () => {
      const file = sourceAt(uri);
      if (file === undefined) return null;
      const query = { direction, position, name };
      const row = await analysis.ask({ kind: 'blockingRoot', file, query }, 'document', token);
      return row ? toWire(row, documents) : null;
    }),
  );
  connection.onRequest(ROWS, ({ direction, opens: { uri, range } }, token) =>
    answering(session, 'forget it', async () => {
      const file = sourceAt(uri);
      if (file === undefined) return [];
      const rows = await analysis.ask({ kind: 'blockingRows', file, query: { direction, range } }, 'document', token);
      return rows.map(row => toWire(row, documents));
    }),
  );
  changes.onRest(() => {
    connection
      .sendNotification(BLOCKING_PATHS_CHANGED)
      .catch((error: unknown) => connection.console.error(`The editor was not told of a change: ${String(error)}`));
  });
}

function toWire(row: BlockingRow<Span>, { uriOf }: Documents): WireBlockingRow {
  const locationOf = (span: Span): WireLocation => ({ uri: uriOf(span.file), range: toRange(span) });
  return { ...row, at: locationOf(row.at), opens: row.opens && locationOf(row.opens) };
}
