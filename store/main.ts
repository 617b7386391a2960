/** The thread that holds a recording: reads it, also while it is written, and answers what the panel asks. */

import { parentPort } from 'node:worker_threads';
import type { FromStore, RecordingSource, ToStore } from '../shared/panel/messages.ts';
import { answer } from './answer.ts';
import { LiveRecording } from './live-recording.ts';
import { RecordingFile } from './recording-file.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only.');
const extension = parentPort;
const send = (message: FromStore): void => extension.postMessage(message);

let loaded: RecordingFile | LiveRecording | undefined;

function take(message: ToStore): void {
  switch (message.kind) {
    case 'load':
      loaded = sourceOf(message.source);
      loaded.read().then(
        () => send({ kind: 'complete' }),
        (error: unknown) => send({ kind: 'broken', message: (error as Error).message }),
      );
      return;
    case 'ended':
      return loaded?.end();
    case 'question': {
      const { id, question } = message;
      if (loaded === undefined) throw new Error('A question came before the recording.');
      try {
        return send({ kind: 'answer', id, answer: answer(loaded.recording, question) });
      } catch (error) {
        // One view that fails leaves the others as they are.
        return send({ kind: 'failure', id, message: (error as Error).stack ?? String(error) });
      }
    }
  }
}

function sourceOf(source: RecordingSource): RecordingFile | LiveRecording {
  const changed = (): void => send({ kind: 'changed' });
  if (source.kind === 'run') return new LiveRecording(source.folder, changed);
  return new RecordingFile(source.file, source.state, changed);
}

extension.on('message', take);
