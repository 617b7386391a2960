/**
 * What is shown of a document while it does not parse. An opened brace or quote makes something else of the code behind
 * it, so what rules find there means nothing. As long as a text with syntax errors differs in more than the bodies of
 * functions from the one that parsed last, all findings stay, move with the text, and go where it is edited.
 */

import type { Finding } from '../../shared/finding.ts';
import { outlineOf } from '../engine/outline.ts';
import type { Program } from '../engine/program.ts';
import { RULES } from '../rules/index.ts';
import type { SourceFile } from '../syntax/ast.ts';
import type { CheckInput } from './check.ts';
import type { Places } from './findings.ts';
import { areSame, settingsOf } from './known-findings.ts';
import { moveBetween, moved } from './moved-findings.ts';

interface Shown {
  /** The text that parsed, or had the functions of one that did. */
  readonly parsed: SourceFile;
  /** What the configuration said then. */
  readonly settings: readonly unknown[];
  /** The text of which something was shown last. */
  readonly last: SourceFile;
  readonly findings: readonly Finding[];
}

export class Unparsed {
  readonly #shown = new Map<string, Shown>();

  /**
   * What stays, where it does; `undefined` where rules have to look. Not for the command line: it shows what is there.
   */
  findings(program: Program, input: CheckInput, places: Places): readonly Finding[] | undefined {
    const { source } = input;
    const shown = this.#shown.get(source.fileName);
    if (!shown || !areSame(shown.settings, settingsOf(input, RULES)) || hasFunctionsOf(shown.parsed, source))
      return undefined;
    if (program.parses(source.fileName)) return undefined;
    const move = moveBetween(shown.last, source, places);
    const findings = shown.findings.flatMap(finding => moved([finding], move) ?? []);
    this.#shown.set(source.fileName, { ...shown, last: source, findings });
    return findings;
  }

  /** To be told what rules found. */
  looked(program: Program, input: CheckInput, findings: readonly Finding[]): void {
    const { source } = input;
    const { fileName } = source;
    const shown = this.#shown.get(fileName);
    const isKnown = (shown && hasFunctionsOf(shown.parsed, source)) || program.parses(fileName);
    const settings = settingsOf(input, RULES);
    if (isKnown) this.#shown.set(fileName, { parsed: source, settings, last: source, findings });
    else this.#shown.delete(fileName);
  }

  closed(file: string): void {
    this.#shown.delete(file);
  }
}

const hasFunctionsOf = (one: SourceFile, other: SourceFile): boolean =>
  outlineOf(one).outline.hash === outlineOf(other).outline.hash;
