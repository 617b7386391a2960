/** Tells the editor what the server does, how much it found and what it costs. */

import type { FileReport } from '../../shared/finding.ts';
import type { ServerState, StatusParams } from '../../shared/requests.ts';
import { residentMemory } from './memory.ts';

/** Milliseconds between two notifications at least. */
const PAUSE = 250;

export class Status {
  readonly #send: (params: StatusParams) => Promise<void>;
  readonly #compiler: () => number | undefined;
  readonly #findings = new Map<string, number>();
  #state: ServerState = { kind: 'starting' };
  #project: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `compiler` gives the compiler's process id. */
  constructor(send: (params: StatusParams) => Promise<void>, compiler: () => number | undefined) {
    this.#send = send;
    this.#compiler = compiler;
  }

  is(state: ServerState): void {
    this.#state = state;
    this.#changed();
  }

  /** These files were linted; an ignored one has no report. */
  linted(files: readonly string[], reports: readonly FileReport[]): void {
    for (const file of files) this.#findings.delete(file);
    for (const { file, findings, project } of reports) {
      this.#findings.set(file, findings.length);
      this.#project = project;
    }
    this.#changed();
  }

  /** Forgets the findings of files for which `isShown` is false. */
  retain(isShown: (file: string) => boolean): void {
    for (const file of this.#findings.keys()) if (!isShown(file)) this.#findings.delete(file);
    this.#changed();
  }

  /** Many changes within one pause are told as one. */
  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell().catch((error: unknown) => console.error(`The status was not sent: ${String(error)}`));
    }, PAUSE);
  }

  async #tell(): Promise<void> {
    const compiler = this.#compiler();
    await this.#send({
      state: this.#state,
      project: this.#project,
      findings: [...this.#findings.values()].reduce((sum, count) => sum + count, 0),
      memory: {
        server: process.memoryUsage().rss,
        compiler: compiler === undefined ? 0 : await residentMemory(compiler),
      },
    });
  }
}
