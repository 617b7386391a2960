/** Reads what linters write. Everything throws when a report is not what its format promises. */

import { type Checkout, nameIn } from './checkout.ts';
import type { EslintFile } from './eslint-json.ts';

/** A finding as all linters can say it. `line` and `column` are 1-based. */
export interface ReportedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a linter said: findings, and why it could not lint something. */
export interface Answer {
  readonly findings: readonly ReportedFinding[];
  readonly refusals: readonly string[];
}

/** Workflow commands of GitHub Actions, one a line. */
export function readAnnotations(stdout: string, checkout: Checkout, rules: readonly string[]): Answer {
  const annotation = /^::\w+ file=(.*?),line=(\d+),col=(\d+),.*?,title=asynclens ([\w-]+)::(.*)$/gm;
  const findings = [...stdout.matchAll(annotation)]
    .filter(match => rules.includes(match[4]!))
    .map(([, file, line, column, , message]) => ({
      file: nameIn(checkout, decodeURIComponent(file!)),
      line: Number(line),
      column: Number(column),
      message: decodeURIComponent(message!),
    }));
  return { findings, refusals: [] };
}

/** What typescript-eslint found with these rules, and how often it failed over a file. @param stdout its JSON */
export function readEslintJson(stdout: string, checkout: Checkout, rules: readonly string[]): Answer {
  const all = (JSON.parse(stdout) as readonly EslintFile[]).flatMap(({ filePath, messages }) =>
    messages.map(message => ({ ...message, file: nameIn(checkout, filePath) })),
  );
  return {
    findings: all
      .filter(({ ruleId }) => rules.some(rule => ruleId === `@typescript-eslint/${rule}`))
      .map(({ file, line, column, message }) => ({ file, line, column, message })),
    refusals: all.filter(message => message.fatal).map(({ file, message }) => `${file}: ${message}`),
  };
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly help?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

/** What oxlint found with these rules. @param stdout its JSON */
export function readOxlintJson(stdout: string, checkout: Checkout, rules: readonly string[]): Answer {
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  const ours = new Set(rules.map(rule => `typescript(${rule})`));
  return {
    findings: diagnostics
      .filter(({ code }) => ours.has(code))
      .map(({ filename, labels, message }) => ({ file: nameIn(checkout, filename), ...labels[0]!.span, message }))
      .map(({ file, line, column, message }) => ({ file, line, column, message })),
    refusals: diagnostics
      .filter(({ code }) => !ours.has(code))
      .map(({ filename, message, help }) => `${filename}: ${message}. ${help ?? ''}`),
  };
}
