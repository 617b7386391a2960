/** A socket without what its users expect of it: bytes go out at once or not at all. */

import type { Socket } from 'node:net';
import { writeSync } from '../natives.ts';

/** How many bytes the other side has room for, which are sent; `undefined` when there is no other side. */
export type Send = (bytes: Uint8Array) => number | undefined;

/** What net makes its sockets of. */
interface Handle {
  /** -1 when it is closed. Not on Windows. */
  readonly fd?: number;
  close(): void;
}
type WithHandle = { _handle: Handle | null };

/**
 * Past the socket's own queue, which the event loop empties: what is sent that way has arrived also when the program
 * ends at once. On Windows, pipes have no number that could be written to.
 */
export function senderTo(socket: Socket): Send {
  const handle = (socket as unknown as WithHandle)._handle;
  return (handle?.fd ?? -1) >= 0 ? directly(handle!) : throughQueue(socket);
}

/** `socket.destroy` asks whether it is `process.stderr`, which that brings into being. */
export function abandon(socket: Socket): void {
  const host = socket as unknown as WithHandle;
  host._handle?.close();
  host._handle = null;
}

/** The handle is asked for its number each time: another file may get it when the socket is closed. */
const directly =
  (handle: Handle): Send =>
  bytes => {
    try {
      return writeSync(handle.fd!, bytes);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : undefined;
    }
  };

/** A piece at a time. */
const throughQueue =
  (socket: Socket): Send =>
  bytes => {
    if (socket.writableLength > 0) return 0;
    socket.write(bytes);
    return bytes.length;
  };
