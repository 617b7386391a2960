// What the last run tells of the code: findings show it.
import type { Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { EVIDENCE_NOTIFICATION, type EvidenceParams } from '../../shared/requests.ts';
import type { LiveView } from '../panel/live-view.ts';
import type { StoreThread } from '../panel/store-thread.ts';

/** Sends it to the language server at the end of each run. A server that was started anew is told at the next one. */
export function sendEvidence(view: LiveView, client: LanguageClient, log: (line: string) => void): Disposable {
  const send = async (store: StoreThread): Promise<void> => {
    const params: EvidenceParams = await store.ask({ kind: 'evidence' });
    await client.sendNotification(EVIDENCE_NOTIFICATION, params);
  };
  return view.onComplete(store => {
    send(store).catch((error: unknown) => log(`What the last run tells of the code is not shown: ${String(error)}`));
  });
}
