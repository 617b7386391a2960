/** The worker thread: owns the workspace, whose calls block, and answers one job after the other. */

import { parentPort } from 'node:worker_threads';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { Cancelled, CompilerUnavailable } from '../lint/api.ts';
import { defaultFolder } from '../lint/cache/store.ts';
import { createWorkspace } from '../lint/workspace.ts';
import type { Answer, Failure, FromWorker, JobMessage, Notice, Question, ToWorker } from './messages.ts';
import type { SettingsByFolder } from './settings-by-folder.ts';
import { settingsFor } from './settings-by-folder.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread of the language server only.');
const main = parentPort;
const send = (message: FromWorker): void => main.postMessage(message);

const NEVER = new Int32Array(1);
let settings: SettingsByFolder = { elsewhere: DEFAULT_SETTINGS, folders: [] };
let cancel: Int32Array = NEVER;
let sentProblems = '[]';

const workspace = createWorkspace(
  {
    cancelled: () => Atomics.load(cancel, 0) !== 0,
    log: line => send({ kind: 'log', line }),
    compilerStarted: (pid, reason) => send({ kind: 'compilerStarted', pid, reason }),
    packageReader: pid => send({ kind: 'packageReader', pid }),
    settingsFor: file => settingsFor(settings, file),
  },
  {
    cwd: process.cwd(),
    lifetime: 'session',
    besideCompilerErrors: true,
    keepIn: { folder: defaultFolder(process.cwd()), version: 'language server' },
  },
);

function take(notice: Notice): void {
  switch (notice.kind) {
    case 'setDocument':
      return workspace.setDocument(notice.file, notice.text);
    case 'closeDocument':
      return workspace.closeDocument(notice.file);
    case 'filesChanged':
      return workspace.filesChanged(notice.changes);
    case 'settings':
      settings = notice.settings;
  }
}

function answer(question: Question): Answer {
  switch (question.kind) {
    case 'lint': {
      const reports = [];
      for (const report of workspace.lint(question.files, 'none')) {
        reports.push(report);
        send({ kind: 'progress' });
      }
      return reports;
    }
    case 'filesUnder':
      return workspace.filesUnder(question.paths);
    case 'findingsAt':
      return workspace.findingsAt(question.file, question.start, question.end);
    case 'compilerErrorFixes':
      return workspace.compilerErrorFixes(question.file, question.error);
    case 'warningFixes':
      return workspace.warningFixes(question.file, question.warning);
    case 'blockingRoot':
      return workspace.blockingRoot(question.file, question.query);
    case 'blockingRows':
      return workspace.blockingRows(question.file, question.query);
    case 'silencingEdits':
      return workspace.silencingEdits(question.rule, question.span);
    case 'fixAll':
      return workspace.fixAll(question.file);
    case 'configProblems':
      return workspace.configProblems();
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Cancelled) return { kind: 'cancelled' };
  if (error instanceof CompilerUnavailable) return { kind: 'compilerUnavailable', message: error.message };
  return { kind: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function run(job: JobMessage): void {
  cancel = new Int32Array(job.cancel);
  try {
    send({ kind: 'answer', id: job.id, value: answer(job.question) });
  } catch (error) {
    send({ kind: 'failure', id: job.id, failure: asFailure(error) });
  }
  cancel = NEVER;
}

/** Any job or notice may read configuration, and find mistakes in it or find them mended. */
function sendNewProblems(): void {
  const problems = workspace.configProblems();
  const text = JSON.stringify(problems);
  if (text === sentProblems) return;
  sentProblems = text;
  send({ kind: 'configProblems', problems });
}

// A notice that throws ends the thread on purpose: main starts a new one and tells it everything again.
main.on('message', (message: ToWorker) => {
  if (message.kind === 'job') run(message);
  else take(message);
  sendNewProblems();
});
