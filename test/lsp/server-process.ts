import type { ChildProcess, StdioOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export type Transport = 'stdio' | 'node-ipc';

const STDIO: Readonly<Record<Transport, StdioOptions>> = {
  stdio: ['pipe', 'pipe', 'pipe'],
  'node-ipc': ['ignore', 'ignore', 'pipe', 'ipc'],
};
const SERVER = fileURLToPath(new URL('../../../dist/server.js', import.meta.url));

/** The real language server, talking over standard input and output, or over Node's IPC as in VS Code. */
export class ServerProcess {
  readonly #process: ChildProcess;
  readonly connection: ProtocolConnection;
  /**
   * The exit code, once no process is left: the server's standard error is inherited by all that it
   * starts, and closes only when the last of them is gone.
   */
  readonly ended: Promise<number | null>;

  constructor(transport: Transport) {
    const server = spawn(process.execPath, [SERVER, `--${transport}`], { stdio: STDIO[transport] });
    this.#process = server;
    this.connection =
      transport === 'stdio'
        ? createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!))
        : createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    server.stderr!.pipe(process.stderr);
    const exited = once(server, 'exit').then(([code]) => code as number | null);
    this.ended = Promise.all([exited, once(server.stderr!, 'end')]).then(([code]) => code);
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** What the server sees when its editor is gone without a word. */
  hangUp(): void {
    this.connection.dispose();
    this.#process.stdin?.end();
    this.#process.stdout?.destroy();
    if (this.#process.connected) this.#process.disconnect();
  }
}
