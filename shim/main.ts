/** The shim: loaded into a program before any of its own code, by `--require` or `--import`. */

import { isMainThread } from 'node:worker_threads';
import { promiseHooks } from 'node:v8';
import { cutLine, endBlock, mendLine, workForItself } from './blocks/blocks.ts';
import { lookForDebugger } from './blocks/debugger.ts';
import { joinWatched, watchBlocks } from './blocks/watch.ts';
import { leavePulse } from './blocks/own-pulse.ts';
import { watchAsyncFunctions } from './load/async-functions.ts';
import { watchCommonJs } from './load/commonjs.ts';
import { instrumented, keepPlansIn } from './load/instrumented.ts';
import { watchModules } from './load/modules.ts';
import { collectAll, noteCollected } from './collected.ts';
import { mendCoverage, mendCoverageFiles } from './coverage.ts';
import { lookInto } from './transform/libraries.ts';
import { instrumentModulesOffThread, type Loaded, type LoaderData } from './load/off-thread.ts';
import { noted } from './load/script-sites.ts';
import { watchScripts } from './load/scripts.ts';
import { isGuest } from './guest.ts';
import { flushBeforeMessages } from './messages.ts';
import { hideInsertions } from './function-text.ts';
import { watchProcess, type ProcessWatch } from './process-events.ts';
import { every } from './natives.ts';
import { FileSink } from './recording/file-sink.ts';
import { Recorder } from './recording/recorder.ts';
import { Rendezvous } from './recording/rendezvous.ts';
import { SocketSink } from './recording/socket-sink.ts';
import { defineCallsIn } from './runtime/calls.ts';
import { flush, readClockSparsely, unrecorded, writeTo } from './runtime/events.ts';
import { keepNumbersOf } from './runtime/numbers.ts';
import { begun } from './runtime/pending.ts';
import * as frameTasks from './runtime/frame-tasks.ts';
import * as insertedTasks from './runtime/promise-hooks.ts';
import { leaveOutReasons } from './runtime/reasons.ts';
import { canWatchResources, watchResources } from './runtime/resources.ts';
import { sampleAbove, tellUnsampled } from './runtime/sampling.ts';
import { addNumberedSites, addSkipped, kindOf } from './runtime/sites.ts';
import {
  DEFAULT_BLOCK_THRESHOLD,
  DEFAULT_SAMPLE_ABOVE,
  settingsFrom,
  SETTINGS_VARIABLE,
  type TraceSettings,
} from '../shared/trace/settings.ts';
import { FLUSH_KEY } from '../shared/trace/flush.ts';
import { streamInfo } from './stream-info.ts';
import { hideThreadOfOthers } from './thread-ids.ts';
import { cleanStackTraces, noteShifts, updateShiftsBy } from './stack-traces.ts';
import { fatalSoFar } from './unhandled.ts';

/** Milliseconds after which events are written at the latest, while the event loop turns. */
const FLUSH_INTERVAL = 100;

const settings = settingsFrom(process.env[SETTINGS_VARIABLE]);
if (settings !== undefined && isGuest()) start(settings);

function start({
  file,
  rendezvous: folder,
  blockThreshold = DEFAULT_BLOCK_THRESHOLD,
  collectGarbage = false,
  reasons = true,
  sampleAbove: tasksPerSecond = DEFAULT_SAMPLE_ABOVE,
  ...how
}: TraceSettings): void {
  if (!isMainThread) hideThreadOfOthers();
  if (!reasons) leaveOutReasons();
  // Without insertions, it is not known of a task that it is not to be recorded.
  if (how.tier !== 'hooks') sampleAbove(tasksPerSecond);
  const recorder = new Recorder(streamInfo(how.tier));
  const rendezvous = folder === undefined ? undefined : new Rendezvous(folder);
  const writesFile = file !== undefined && joinFile(recorder, file);
  if (!writesFile && rendezvous === undefined) return;
  if (isMainThread) rendezvous?.announce();
  const joinListener = (): void => {
    const invitation = rendezvous?.newInvitation();
    if (invitation !== undefined) recorder.join(new SocketSink(invitation));
  };
  joinListener();
  record(recorder, how);
  if (blockThreshold > 0) {
    if (isMainThread) unrecorded(() => watchBlocks(blockThreshold, canWatchResources));
    else if (canWatchResources) joinWatched(blockThreshold);
  }
  const look = (): void => {
    tellUnsampled();
    flush();
    noteCollected(recorder.alive);
  };
  every(FLUSH_INTERVAL, () => {
    workForItself(look);
    unrecorded(joinListener);
    lookForDebugger();
  });
  flushBeforeMessages();
  Object.defineProperty(globalThis, Symbol.for(FLUSH_KEY), { value: flush });
  watchProcess(endOf(recorder, rendezvous, collectGarbage ? look : undefined));
}

/** What is done when the process is about to end. Before, garbage is collected for `look`, if there is one. */
function endOf(recorder: Recorder, rendezvous: Rendezvous | undefined, look: (() => void) | undefined): ProcessWatch {
  let collects = true;
  return {
    idle() {
      const collecting = collects ? look : undefined;
      if (collecting !== undefined) unrecorded(() => collectAll(collecting));
      collects = !collects;
      return collecting !== undefined;
    },
    modulesWait() {
      flush();
      return recorder.alive.all().some(({ site }) => kindOf(site) === 'module');
    },
    killing() {
      tellUnsampled();
      flush();
      cutLine();
    },
    survived: mendLine,
    ended(exitCode) {
      mendCoverageFiles();
      begun();
      tellUnsampled();
      endBlock();
      cutLine();
      flush();
      recorder.end({ exitCode: isMainThread ? exitCode : undefined, ...fatalSoFar() });
      if (isMainThread) rendezvous?.withdraw();
      else leavePulse();
    },
  };
}

/** Where nothing can be written, the program runs alone; whoever reads the recording finds it empty. */
function joinFile(recorder: Recorder, file: string): boolean {
  try {
    recorder.join(new FileSink(file));
    return true;
  } catch {
    return false;
  }
}

function record(recorder: Recorder, { tier, plans, packages = [] }: TraceSettings): void {
  lookInto(packages);
  hideInsertions();
  cleanStackTraces(Error);
  mendCoverage();
  const fetchSites = tier === 'hooks' ? watchLoading() : instrument({ plans, packages });
  writeTo(frame => {
    fetchSites();
    recorder.take(frame);
  });
  keepNumbersOf(() => recorder.alive.numbers());
  if (canWatchResources) {
    watchResources();
    readClockSparsely();
  }
  const { init, before, after, settled } = tier === 'hooks' ? frameTasks : insertedTasks;
  promiseHooks.createHook({ init, before, after, settled });
}

/** Gives all code its insertions. A function that takes over what another thread has found out. */
function instrument({ plans, packages }: Omit<LoaderData, 'port'>): () => void {
  defineCallsIn(globalThis);
  if (plans !== undefined) keepPlansIn(plans);
  watchCommonJs(instrumented);
  watchScripts(instrumented);
  watchAsyncFunctions(instrumented);
  return watchModules(instrumented) ? () => undefined : fromOtherThread(instrumentModulesOffThread({ plans, packages }));
}

/** Looks at all code, and leaves it alone. */
function watchLoading(): () => void {
  watchCommonJs(noted);
  watchScripts(noted);
  watchAsyncFunctions(noted);
  watchModules(noted);
  return () => undefined;
}

/** A function that takes over what the thread of Node's loaders has found out. */
function fromOtherThread(receive: () => Loaded[]): () => void {
  const fetchSites = (): void => {
    for (const loaded of receive()) {
      if (loaded.kind === 'skipped') addSkipped(loaded.file);
      else {
        addNumberedSites(loaded.firstSite, loaded.sites);
        noteShifts(loaded.url, loaded.shifts);
      }
    }
  };
  updateShiftsBy(fetchSites);
  return fetchSites;
}
