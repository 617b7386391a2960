// What the recording that was shown last tells of the code: findings show it, and warnings stand beside them.
import { Disposable } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { EVIDENCE_NOTIFICATION, type EvidenceParams } from '../../shared/requests.ts';
import type { ShownRecordings } from './shown-recordings.ts';

const NOTHING: EvidenceParams = { sites: [], warnings: [] };

/** Sends it to the language server once all of a recording is read, and again to a server that was started anew. */
export function sendEvidence(shown: ShownRecordings, client: LanguageClient, log: (line: string) => void): Disposable {
  let completion: Disposable | undefined;
  const send = async (): Promise<void> => {
    completion?.dispose();
    const store = shown.last?.store;
    if (store !== undefined && !store.isComplete) {
      completion = store.onMessage(({ kind }) => kind === 'complete' && trySending());
      return;
    }
    const params: EvidenceParams = (await store?.ask({ kind: 'evidence' })) ?? NOTHING;
    if (client.state === State.Running && store === shown.last?.store) {
      await client.sendNotification(EVIDENCE_NOTIFICATION, params);
    }
  };
  const trySending = (): void => {
    send().catch((error: unknown) => log(`What the last run tells of the code is not shown: ${String(error)}`));
  };
  const changes = shown.onChange(trySending);
  const starts = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running && shown.last !== undefined) trySending();
  });
  return new Disposable(() => [completion, changes, starts].forEach(it => it?.dispose()));
}
