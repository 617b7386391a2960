/** Finds the inspector of a running process, and has it opened and closed again. */

import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../usage-error.ts';
import { Inspector, inspectorAt, InspectorError } from './inspector.ts';

/** Milliseconds that a process has to open its port, and how often is looked. */
const PATIENCE = 5000;
const INTERVAL = 25;

/**
 * Calls `look` with the inspector of a process, and leaves the process as it was.
 * @throws UsageError when the process cannot be looked into
 */
export async function withInspector<Result>(
  pid: number,
  port: number,
  look: (inspector: Inspector) => Promise<Result>,
): Promise<Result> {
  checkIsNode(pid);
  try {
    return await attached(pid, port, look);
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
    throw new UsageError(`Process ${pid} could not be looked into: ${error.message}`);
  }
}

async function attached<Result>(
  pid: number,
  port: number,
  look: (inspector: Inspector) => Promise<Result>,
): Promise<Result> {
  const open = await inspectorOf(pid, port);
  if (open !== undefined) return await look(open).finally(() => open.close());
  signal(pid);
  const inspector = await patiently(() => inspectorOf(pid, port));
  if (inspector === undefined) {
    throw new UsageError(
      `Process ${pid} has opened no inspector on port ${port}. Was it told another one, by --inspect-port? ` +
        'Then say so with --port. A process that handles SIGUSR1 itself opens none.',
    );
  }
  return await look(inspector).finally(() => closePort(inspector));
}

/** @throws UsageError when another process is listening on the port */
async function inspectorOf(pid: number, port: number): Promise<Inspector | undefined> {
  const url = await inspectorAt(port);
  if (url === undefined) return undefined;
  const inspector = await Inspector.connect(url);
  const other = await inspector.evaluate<number>('process.pid');
  if (other === pid) return inspector;
  await inspector.close();
  throw new UsageError(
    `Process ${other} is listening on port ${port}, so process ${pid} cannot. End its debugging first.`,
  );
}

/** Where a process is no Node program, the signal would end it. */
function checkIsNode(pid: number): void {
  let program: string;
  try {
    program = basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    // There is no such folder on other systems, or it belongs to somebody else: the signal will tell.
    return;
  }
  if (!/^(?:node|nodejs)(?:\b|\d|$)/.test(program))
    throw new UsageError(`Process ${pid} is no Node program, but ${program}.`);
}

function signal(pid: number): void {
  try {
    // Node's own way, which works on Windows, too.
    (process as unknown as { _debugProcess(pid: number): void })._debugProcess(pid);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(
      code === 'EPERM'
        ? `Process ${pid} belongs to somebody else.`
        : `There is no process ${pid} that can be looked into.`,
    );
  }
}

async function patiently<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined> {
  for (let waited = 0; waited < PATIENCE; waited += INTERVAL) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(INTERVAL);
  }
  return undefined;
}

/** The connection ends with the port, so no answer has to come. */
async function closePort(inspector: Inspector): Promise<void> {
  try {
    await inspector.evaluate('process._debugEnd()');
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
  }
  await inspector.close();
}
