// While a program stands at a breakpoint, the shim writes nothing by itself. The panel is to show all that happened.
import { debug, type DebugAdapterTracker, type DebugSession, type Disposable } from 'vscode';
import { FLUSH_CALL } from '../../shared/trace/flush.ts';

/** Has the programs of sessions of a type write what is recorded of them, whenever they stop. */
export const flushWhenStopped = (type: string, isTraced: (session: DebugSession) => boolean): Disposable =>
  debug.registerDebugAdapterTrackerFactory(type, {
    createDebugAdapterTracker: session => (isTraced(session) ? trackerOf(session) : undefined),
  });

function trackerOf(session: DebugSession): DebugAdapterTracker {
  return {
    onDidSendMessage(message: { readonly type?: string; readonly event?: string }) {
      if (message.type !== 'event' || message.event !== 'stopped') return;
      // For a watch, nothing is shown anywhere, and errors neither.
      session.customRequest('evaluate', { expression: FLUSH_CALL, context: 'watch' }).then(undefined, () => {
        // It went on, or ended, before it was asked: then the shim writes by itself.
      });
    },
  };
}
