/** Mistakes in `asynclens.json` files that are not open: shown until they are mended. */

import type { Connection } from 'vscode-languageserver/node';
import type { ConfigProblem } from '../lint/api.ts';
import type { Changes } from './changes.ts';
import { toConfigDiagnostic } from './diagnostics.ts';
import type { Documents } from './documents.ts';

export class ConfigProblems {
  readonly #connection: Connection;
  readonly #documents: Documents;
  readonly #changes: Changes;
  #problems: readonly ConfigProblem[] = [];

  constructor(connection: Connection, documents: Documents, changes: Changes) {
    this.#connection = connection;
    this.#documents = documents;
    this.#changes = changes;
    documents.onOpen(({ file, kind }) => (kind === 'config' ? this.#publish(file) : undefined));
    documents.onClose(({ document: { file, kind } }) => (kind === 'config' ? this.#publish(file) : undefined));
  }

  /** Shows these problems and no others. */
  async show(problems: readonly ConfigProblem[]): Promise<void> {
    const files = new Set([...this.#problems, ...problems].map(({ span }) => span.file));
    this.#problems = problems;
    await Promise.all([...files].map(file => this.#publish(file)));
  }

  /** An open document's diagnostics are asked for like those of any other, so none are published for it. */
  async #publish(file: string): Promise<void> {
    const isOpen = this.#documents.ofFile(file) !== undefined;
    if (isOpen) this.#changes.note('outside');
    const problems = isOpen ? [] : this.#problems.filter(({ span }) => span.file === file);
    await this.#connection.sendDiagnostics({
      uri: this.#documents.uriOf(file),
      diagnostics: problems.map(toConfigDiagnostic),
    });
  }
}
