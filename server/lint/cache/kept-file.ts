/** A file that keeps what was found out, for one build of Asynclens and one compiler. */

import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMPILER_VERSION } from '../../engine/find-compiler.ts';

/** Command lines differ in paths and options; of each kind the files written last are kept. */
const MOST_FILES = 20;

export class KeptFile {
  readonly #suffix: string;
  readonly #file: string;
  readonly #header: string;

  /**
   * @param folder is made when something is kept
   * @param suffix of the file's name
   * @param version of Asynclens
   * @param about all that its content depends on and that is not on the disk
   */
  constructor(folder: string, suffix: string, version: string, about: readonly unknown[]) {
    const name = digest(JSON.stringify(about)).slice(0, 24);
    this.#suffix = suffix;
    this.#file = join(folder, `${name}${suffix}`);
    this.#header = `asynclens ${version} ${buildOf()} typescript ${COMPILER_VERSION} ${process.platform} ${name}`;
  }

  /** `undefined` when nothing was kept, or what was kept is broken or another version's. */
  load(): string | undefined {
    const text = textOf(this.#file);
    const end = `${this.#header}\n`.length;
    const body = text?.slice(end + DIGEST_LENGTH);
    if (text === undefined || body === undefined) return undefined;
    return text.slice(0, end + DIGEST_LENGTH) === `${this.#header}\n${digest(body)}\n` ? body : undefined;
  }

  /** @throws Error when the folder cannot be written to */
  save(body: string): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    // Written aside and then renamed, it is there as a whole or not at all.
    const aside = `${this.#file}.${process.pid}`;
    try {
      writeFileSync(aside, `${this.#header}\n${digest(body)}\n${body}`);
      renameSync(aside, this.#file);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
    removeOldest(dirname(this.#file), this.#suffix);
  }
}

/** A development build differs from the one before without another version. */
function buildOf(): string {
  const { size, mtimeMs } = statSync(new URL(import.meta.url));
  return `${size}.${mtimeMs}`;
}

const digest = (text: string): string => hash('sha256', text, 'hex');
const DIGEST_LENGTH = digest('').length + 1;

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function removeOldest(folder: string, suffix: string): void {
  const files = readdirSync(folder).filter(name => name.includes(suffix)).map(name => join(folder, name));
  if (files.length <= MOST_FILES) return;
  const age = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const oldestLast = files.map(file => ({ file, at: age(file) })).toSorted((a, b) => b.at - a.at);
  for (const { file } of oldestLast.slice(MOST_FILES)) rmSync(file, { force: true });
}
