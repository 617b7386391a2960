/** The shim: loaded into a program before any of its own code, by `--require` or `--import`. */

import type { StreamInfo, Tier } from '../shared/trace/format.ts';
import { isMainThread, threadId } from 'node:worker_threads';
import { promiseHooks } from 'node:v8';
import { instrumentCommonJs } from './load/commonjs.ts';
import { instrumentModules } from './load/modules.ts';
import { isGuest } from './guest.ts';
import { hideInsertions } from './function-text.ts';
import { watchProcess } from './process-events.ts';
import { FileSink } from './recording/file-sink.ts';
import { Recorder } from './recording/recorder.ts';
import { defineCalls } from './runtime/calls.ts';
import { flush, startedAt, writeTo } from './runtime/events.ts';
import { begun } from './runtime/pending.ts';
import { after, before, init, settled } from './runtime/promise-hooks.ts';
import { watchResources } from './runtime/resources.ts';
import { takeNewRows } from './runtime/sites.ts';
import { settingsFrom, SETTINGS_VARIABLE, type TraceSettings } from '../shared/trace/settings.ts';
import { hideShifts } from './stack-positions.ts';

/** Milliseconds after which events are written at the latest, while the event loop turns. */
const FLUSH_INTERVAL = 100;

const settings = settingsFrom(process.env[SETTINGS_VARIABLE]);
if (settings !== undefined && isGuest()) start(settings);

function start({ file, tier }: TraceSettings): void {
  const recorder = new Recorder(new FileSink(file), streamInfo(tier), takeNewRows);
  writeTo((events, base) => recorder.take(events, base));
  defineCalls();
  hideInsertions();
  hideShifts();
  instrumentCommonJs();
  instrumentModules();
  setInterval(flush, FLUSH_INTERVAL).unref();
  watchProcess(() => {
    begun();
    flush();
    recorder.end(isMainThread ? Number(process.exitCode ?? 0) : undefined);
  });
  watchResources();
  promiseHooks.createHook({ init, before, after, settled });
}

function streamInfo(tier: Tier): StreamInfo {
  const { pid, version, platform, argv } = process;
  return { pid, thread: threadId, node: version, platform, argv, cwd: process.cwd(), tier, startedAt: startedAt() };
}
