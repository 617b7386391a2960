import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const SERVER = fileURLToPath(new URL('../../../dist/server.js', import.meta.url));

/** The real language server, on standard input and output. */
export class ServerProcess {
  readonly #process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  readonly connection = createProtocolConnection(
    new StreamMessageReader(this.#process.stdout),
    new StreamMessageWriter(this.#process.stdin),
  );
  /**
   * The exit code, once no process is left: the server's standard error is inherited by all that it
   * starts, and closes only when the last of them is gone.
   */
  readonly ended: Promise<number | null> = once(this.#process, 'close').then(([code]) => code as number | null);

  constructor() {
    this.#process.stderr.pipe(process.stderr);
  }

  get pid(): number {
    return this.#process.pid!;
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** What the server sees when its editor is gone without a word. */
  hangUp(): void {
    this.connection.dispose();
    this.#process.stdin.end();
    this.#process.stdout.destroy();
  }
}
