// What a command is: a row in the manifest, and this.
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { TracedCode } from '../annotations/traced-code.ts';
import type { LiveView } from '../panel/live-view.ts';
import type { Server } from '../server.ts';
import type { ShownRecordings } from '../trace/shown-recordings.ts';
import type { BlockingPaths } from '../views/blocking-paths.ts';

export interface Session {
  readonly context: ExtensionContext;
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly blockingPaths: BlockingPaths;
  readonly shown: ShownRecordings;
  readonly code: TracedCode;
  readonly live: LiveView;
}

export interface Command {
  /** The identifier in the manifest. */
  readonly id: string;
  run(session: Session, argument: unknown): Promise<void>;
}
