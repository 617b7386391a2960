/** `asynclens attach`: records a process that is running already. */

import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { INVITATION_FILE } from '../../shared/trace/rendezvous.ts';
import { counted } from '../../shared/words.ts';
import { makeRunFolder, removeRunFolder, runFolderOf } from '../../trace-host/run-folder.ts';
import { TraceListener } from '../../trace-host/listener.ts';
import type { Terminal } from '../progress.ts';
import { withInspector } from '../ps/attach.ts';
import { tellOf } from '../trace/trace.ts';
import { UsageError } from '../usage-error.ts';
import type { AttachOptions } from './options.ts';
import { ReceivedFile, type Attendance } from './received-file.ts';

/** Who attaches, and from where. */
export interface Here {
  /** The built shim that programs to be recorded load: absolute. What is loaded into running ones lies beside it. */
  readonly shim: string;
  /** Absolute, with forward slashes. */
  readonly cwd: string;
  readonly stderr: Terminal;
}

/** The exit code. @throws UsageError when the process cannot be recorded, or the recording not be written */
export async function attach(options: AttachOptions, here: Here): Promise<number> {
  const folder = await runFolderOf(options.pid);
  if (folder === undefined) await recordFromOutside(options, here);
  else await joinRecording(folder, options, here);
  if (await tellOf(options.file, here.cwd, here.stderr)) return 0;
  here.stderr.write('Nothing was recorded.\n');
  return 1;
}

/** A process that was started by `asynclens trace` sends what it records to whoever listens. */
async function joinRecording(folder: string, options: AttachOptions, { stderr }: Here): Promise<void> {
  const message = `Process ${options.pid} is being recorded: what it does from now on is written here, too${until(options)}\n`;
  await listening(folder, options.file, () => stderr.write(message), silence => enough(options, silence));
}

/** A process that was not: what records is loaded into it, and taken out again. */
async function recordFromOutside(options: AttachOptions, { shim, stderr }: Here): Promise<void> {
  const { pid, port, file, reasons } = options;
  const folder = await makeRunFolder();
  try {
    const message =
      `Recording process ${pid}, which is slower meanwhile: tasks are recognised by the stack. ` +
      `Those that were running before are not seen${until(options)}\n`;
    await listening(folder, file, () => stderr.write(message), async silence => {
      const invitation: unknown = JSON.parse(await readFile(join(folder, INVITATION_FILE), 'utf8'));
      await withInspector(pid, port, async inspector => {
        const given = JSON.stringify({ invitation, reasons });
        if (
          !(await inspector.evaluate<boolean>(
            `${LOAD}(${JSON.stringify(join(dirname(shim), 'shim-attach.cjs'))}).begin(${given})`,
          ))
        ) {
          throw new UsageError(`Process ${pid} is being recorded already, by somebody who cannot be joined.`);
        }
        await enough(options, silence);
        if (!silence.aborted) await inspector.evaluate('globalThis[Symbol.for("asynclens.endRecording")]?.()');
        if (!silence.aborted) await once(silence, 'abort');
      });
    });
  } finally {
    await removeRunFolder(folder);
  }
}

/** Leaves no trace in the program's own cache of modules. */
const LOAD = `(path => {
  const module = process.getBuiltinModule("module");
  const require = module.createRequire(path);
  const loaded = require(path);
  delete require.cache[path];
  return loaded;
})`;

/** Writes what comes in while `act` runs. @param begins is called when the first thread has joined */
async function listening(
  folder: string,
  file: string,
  begins: () => void,
  act: (silence: AbortSignal) => Promise<void>,
): Promise<void> {
  const silence = new AbortController();
  const received = receivedFile(file, { begins, ends: () => silence.abort() });
  const listener = await TraceListener.open(folder, received).catch((error: unknown) => {
    throw new UsageError((error as Error).message);
  });
  try {
    await act(silence.signal);
  } finally {
    await listener.close();
    received.close();
  }
}

function receivedFile(file: string, attendance: Attendance): ReceivedFile {
  try {
    return new ReceivedFile(file, attendance);
  } catch (error) {
    throw new UsageError(
      `The recording cannot be written: ${(error as Error).message}. Choose another file with --out.`,
    );
  }
}

const until = ({ seconds }: AttachOptions): string =>
  seconds === undefined ? '. Ctrl+C ends it.' : `, for ${counted(seconds, 'second')}. Ctrl+C ends it sooner.`;

/** The time is over, somebody interrupts, or the program has ended. */
async function enough({ seconds }: AttachOptions, silence: AbortSignal): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const first = [
    once(process, 'SIGINT', { signal }),
    silence.aborted ? Promise.resolve() : once(silence, 'abort', { signal }),
  ];
  try {
    await Promise.race([...first, ...(seconds === undefined ? [] : [wait(seconds * 1000, undefined, { signal })])]);
  } finally {
    over.abort();
    await Promise.allSettled(first);
  }
}
