/** The thread that holds a recording: reads it, also while it is written, and answers what the panel asks. */

import { parentPort } from 'node:worker_threads';
import type { FromStore, ToStore } from '../shared/panel/messages.ts';
import { answer } from './answer.ts';
import { RecordingFile } from './recording-file.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
const extension = parentPort;
const send = (message: FromStore): void => extension.postMessage(message);

let file: RecordingFile | undefined;

function take(message: ToStore): void {
  switch (message.kind) {
    case 'load':
      file = new RecordingFile(message.file, message.state, () => send({ kind: 'changed' }));
      file.read().then(
        () => send({ kind: 'complete' }),
        (error: unknown) => send({ kind: 'broken', message: (error as Error).message }),
      );
      return;
    case 'ended':
      return file?.end();
    case 'question': {
      const { id, question } = message;
      if (file === undefined) throw new Error('A question came before the recording.');
      try {
        return send({ kind: 'answer', id, answer: answer(file.recording, question) });
      } catch (error) {
        // One view that fails leaves the others as they are.
        return send({ kind: 'failure', id, message: (error as Error).stack ?? String(error) });
      }
    }
  }
}

extension.on('message', take);
