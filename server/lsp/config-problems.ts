/** Mistakes in `asynclens.json` files that are not open: shown until they are mended. */

import type { Connection } from 'vscode-languageserver/node';
import type { ConfigProblem } from '../lint/api.ts';
import type { Changes } from './changes.ts';
import { toConfigDiagnostic } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { publish } from './publish.ts';

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

  /** Shows these problems and no others. An open document's are asked for like its other diagnostics. */
  show(problems: readonly ConfigProblem[]): void {
    const files = new Set([...this.#problems, ...problems].map(({ span }) => span.file));
    this.#problems = problems;
    for (const file of files) {
      if (this.#documents.ofFile(file) === undefined) this.#publish(file);
      else this.#changes.note('outside');
    }
  }

  /** An open document has its diagnostics from elsewhere: nothing is published for it. */
  #publish(file: string): void {
    const isOpen = this.#documents.ofFile(file) !== undefined;
    const problems = isOpen ? [] : this.#problems.filter(({ span }) => span.file === file);
    publish(this.#connection, {
      uri: this.#documents.uriOf(file),
      diagnostics: problems.map(toConfigDiagnostic),
    });
  }
}
