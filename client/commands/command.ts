// What a command is: a row in the manifest, and this.
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

export interface Session {
  readonly context: ExtensionContext;
  readonly client: LanguageClient;
  readonly log: LogOutputChannel;
}

export interface Command {
  /** The identifier in the manifest. */
  readonly id: string;
  run(session: Session, argument: unknown): Promise<void>;
}
