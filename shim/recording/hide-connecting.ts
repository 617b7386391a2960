/** A connection that is being made shows for a turn of the event loop among what keeps a program alive. */

import type { Socket } from 'node:net';

export function hideConnecting(socket: Socket): void {
  const original = process.getActiveResourcesInfo;
  const hiding = {
    getActiveResourcesInfo(): string[] {
      const names = Reflect.apply(original, process, []);
      const at = names.indexOf('ConnectWrap');
      return at === -1 ? names : names.toSpliced(at, 1);
    },
  };
  const show = (): void => {
    if (process.getActiveResourcesInfo === hiding.getActiveResourcesInfo) process.getActiveResourcesInfo = original;
  };
  process.getActiveResourcesInfo = hiding.getActiveResourcesInfo;
  socket.once('connect', show).once('close', show);
}
